package dev.holdfast.engine.notification;

import dev.holdfast.engine.notification.AttemptResult.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

/** One request and its answer. The status decides; of the body only so much is read as keeps the connection of use. */
final class Exchange {

    /** Beyond it the connection is not worth keeping. */
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final Clock clock;
    private final Promise<AttemptResult> result = Promise.promise();
    private final long startedNanos = System.nanoTime();
    private final long timer;
    private @Nullable HttpClientRequest request;
    private int received;

    Exchange(Vertx vertx, Clock clock, Duration patience) {
        this.vertx = vertx;
        this.clock = clock;
        this.timer = vertx.setTimer(patience.toMillis(), late -> {
            end(Kind.TIMED_OUT);
            cut();
        });
    }

    Future<AttemptResult> result() {
        return result.future();
    }

    /** Whether there is still something to do. */
    boolean open() {
        return !result.future().isComplete();
    }

    /** Ends it without an answer. */
    void end(Kind kind) {
        if (result.tryComplete(AttemptResult.of(kind, took()))) {
            // The time-out itself ends it, too, and then there is nothing left to cancel.
            vertx.cancelTimer(timer);
        }
    }

    void run(Future<HttpClientRequest> connecting, String body) {
        connecting.onFailure(cause -> end(Kind.UNREACHABLE)).onSuccess(connected -> {
            request = connected;
            // Failures are told once, by the future of the answer.
            connected.exceptionHandler(cause -> end(Kind.UNREACHABLE));
            if (!open()) {
                cut();
                return;
            }
            connected.send(body).onFailure(cause -> end(Kind.UNREACHABLE)).onSuccess(this::answered);
        });
    }

    /** What comes after the status changes nothing, but must end, for which it has what is left of the time. */
    private void answered(HttpClientResponse response) {
        Duration asked = RetryAfter.read(response.getHeader("retry-after"), clock.instant());
        response.exceptionHandler(cause -> vertx.cancelTimer(timer));
        response.endHandler(end -> vertx.cancelTimer(timer));
        response.handler(part -> {
            received += part.length();
            if (received > MAX_BODY_BYTES) {
                vertx.cancelTimer(timer);
                cut();
            }
        });
        result.tryComplete(AttemptResult.answered(response.statusCode(), took(), asked));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever cuts a connection does not wait for its end
    private void cut() {
        if (request != null) {
            request.reset();
        }
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
