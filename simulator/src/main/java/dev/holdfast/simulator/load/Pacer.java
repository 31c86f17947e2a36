package dev.holdfast.simulator.load;

import io.vertx.core.Context;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes an event loop several times a millisecond. The loop's own timers keep whole milliseconds only, which is as long
 * as a fast server takes to answer.
 */
public final class Pacer {

    /** Fine enough for latencies of a millisecond; costs about 3 % of a core. */
    private static final long PAUSE_NANOS = 250_000;

    private final Context context;
    private final Runnable tick;
    private final Thread thread = new Thread(this::wake, "simulator-pacer");
    /** At most one tick waits for the loop, however slow it is. */
    private final AtomicBoolean pending = new AtomicBoolean();

    private volatile boolean running = true;

    public Pacer(Context context, Runnable tick) {
        this.context = context;
        this.tick = tick;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        running = false;
    }

    private void wake() {
        while (running) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (running && pending.compareAndSet(false, true)) {
                context.runOnContext(nothing -> {
                    pending.set(false);
                    if (running) {
                        tick.run();
                    }
                });
            }
        }
    }
}
