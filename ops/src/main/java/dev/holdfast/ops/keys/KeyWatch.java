package dev.holdfast.ops.keys;

import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads the vault's keys again and again, and uses others once they are there. */
public final class KeyWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** After which every running server has read a changed file, also one that was busy with something else. */
    public static final Duration SETTLED = INTERVAL.multipliedBy(4);

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final KeyDirectory directory;
    private final VaultKeys keys;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile boolean failing;

    private KeyWatch(KeyDirectory directory, VaultKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /** Begins, and returns how to end it. */
    public static Runnable begin(Vertx vertx, KeyDirectory directory, VaultKeys keys) {
        KeyWatch watch = new KeyWatch(directory, keys);
        long timer = vertx.setPeriodic(INTERVAL.toMillis(), tick -> {
            if (watch.reading.compareAndSet(false, true)) {
                vertx.executeBlocking(watch::read, false).onComplete(done -> watch.reading.set(false));
            }
        });
        return () -> vertx.cancelTimer(timer);
    }

    /** A file that cannot be used changes nothing: what is in use goes on, and the log says it once. */
    private boolean read() {
        try {
            KeyRing ring = directory.ring();
            failing = false;
            if (!ring.equals(keys.ring())) {
                keys.replace(ring);
                LOG.info(
                        "uses changed keys: encryption key {}, look-up key {}",
                        ring.encryption().current(),
                        ring.lookup().current());
            }
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("the changed keys are not used: {}", e.getMessage());
            }
            failing = true;
            return false;
        }
    }
}
