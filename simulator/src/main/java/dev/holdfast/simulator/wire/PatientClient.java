package dev.holdfast.simulator.wire;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Delivers a request again, unchanged, until the server has decided or the attempts are used up. */
public final class PatientClient {

    private final Vertx vertx;
    private final LedgerClient client;
    private final RetryOptions options;
    private long deliveries;
    private long retries;
    private boolean hurried;

    public PatientClient(Vertx vertx, LedgerClient client, RetryOptions options) {
        this.vertx = vertx;
        this.client = client;
        this.options = options;
    }

    /** The future succeeds with a final reply, or fails with {@link NoAnswer}. */
    public Future<Reply> send(Request request) {
        Promise<Reply> promise = Promise.promise();
        deliver(request, 1, promise);
        return promise.future();
    }

    /** From now on nothing is delivered again. */
    public void hurry() {
        hurried = true;
    }

    public long deliveries() {
        return deliveries;
    }

    public long retries() {
        return retries;
    }

    private void deliver(Request request, int attempt, Promise<Reply> promise) {
        deliveries++;
        client.send(request).onComplete(answered -> {
            if (answered.succeeded() && answered.result().isFinal()) {
                promise.complete(answered.result());
            } else if (attempt >= options.attempts() || hurried) {
                promise.fail(new NoAnswer(attempt, problem(answered)));
            } else {
                int asked = answered.succeeded() ? answered.result().retryAfterSeconds() : 0;
                vertx.setTimer(options.pauseMillis(attempt, asked), timer -> again(request, attempt, promise));
            }
        });
    }

    private void again(Request request, int attempt, Promise<Reply> promise) {
        if (hurried) {
            promise.fail(new NoAnswer(attempt, "the run ended"));
            return;
        }
        retries++;
        deliver(request, attempt + 1, promise);
    }

    private static String problem(AsyncResult<Reply> answered) {
        if (answered.failed()) {
            return String.valueOf(answered.cause());
        }
        return "HTTP " + answered.result().status() + " " + answered.result().body();
    }
}
