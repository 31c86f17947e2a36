package dev.holdfast.ops.system;

import dev.holdfast.ops.system.StartException.Part;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for futures, on threads that may block.
 *
 * @param part to blame if there is no result
 * @param limit of the wait
 */
public record Waiting(Part part, Duration limit) {

    /**
     * Waits for a result.
     *
     * @param what is waited for, for the message
     * @throws StartException if there is none within the limit
     */
    public <T> T forResult(Future<T> future, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartException(part, what + " failed: " + reason(cause), cause);
        } catch (TimeoutException e) {
            throw new StartException(part, what + " took longer than " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(part, what + " was interrupted", e);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
