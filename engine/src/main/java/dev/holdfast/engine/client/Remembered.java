package dev.holdfast.engine.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Supplier;

/** One value from the database, read again now and then. However many ask, one read at a time is under way. */
final class Remembered<T> {

    /** After which it is read again; until the answer is there, the old one stands. */
    static final Duration FRESH = Duration.ofSeconds(5);

    /** After which it is not known any more if the database could not be asked again. */
    static final Duration STALE = Duration.ofSeconds(60);

    private record Held<T>(T value, long readNanos) {

        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - readNanos < age.toNanos();
        }
    }

    private final Supplier<Future<T>> read;
    private volatile @Nullable Held<T> held;
    private @Nullable Future<T> underWay;

    Remembered(Supplier<Future<T>> read) {
        this.read = read;
    }

    Future<T> get() {
        Held<T> known = held;
        if (known != null && known.isYoungerThan(FRESH)) {
            return Future.succeededFuture(known.value());
        }
        Future<T> reading = read();
        return known != null && known.isYoungerThan(STALE) ? Future.succeededFuture(known.value()) : reading;
    }

    /** The value, read again unless it is younger than that. */
    Future<T> notOlderThan(Duration age) {
        Held<T> known = held;
        return known != null && known.isYoungerThan(age) ? Future.succeededFuture(known.value()) : read();
    }

    private synchronized Future<T> read() {
        Future<T> shared = underWay;
        if (shared != null) {
            return shared;
        }
        long began = System.nanoTime();
        Future<T> own = read.get();
        underWay = own;
        own.onComplete(done -> settle(own, done, began));
        return own;
    }

    private synchronized void settle(Future<T> own, AsyncResult<T> done, long began) {
        if (underWay == own) {
            underWay = null;
            if (done.succeeded()) {
                held = new Held<>(done.result(), began);
            }
        }
    }

    /** Reads again before the next answer; what is being read now may be older than what is to be seen. */
    synchronized void forget() {
        underWay = null;
        held = null;
    }
}
