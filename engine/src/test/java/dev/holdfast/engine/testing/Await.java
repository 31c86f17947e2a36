package dev.holdfast.engine.testing;

import dev.holdfast.engine.lane.Failure;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, on a test's thread, for what happens on others. Every wait ends after a minute, as a failure. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private Await() {}

    /** What the future succeeds with; throws what it fails with, as it is. */
    public static <T> T on(Future<T> future) {
        try {
            return settle(future);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The kind of {@link Failure} that the future fails with. */
    public static Failure.Kind failureOf(Future<?> future) {
        try {
            throw new AssertionError("expected a failure, but was " + settle(future));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) {
                return failure.kind();
            }
            throw new AssertionError("expected a Failure", e.getCause());
        }
    }

    /** Waits until the condition holds. */
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static <T> T settle(Future<T> future) throws ExecutionException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer after " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
