package dev.holdfast.simulator.wire;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to the server over kept-alive HTTP/1.1 connections. A delivery that is not answered in time fails with
 * {@link TimeoutException}, and its connection is closed. Must be made and used on one event loop.
 */
public final class LedgerClient {

    /** How exactly a time-out is kept. A sweep, because a timer per request would cost more than the request. */
    private static final long SWEEP_MILLIS = 20;

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence REPLAYED = HttpHeaders.createOptimized("idempotency-replayed");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("retry-after");

    private final Vertx vertx;
    private final HttpClient http;
    private final Target target;
    private final CharSequence keyHeader;
    private final CharSequence key;
    private final long timeoutNanos;
    private final long sweepTimer;
    /** In the order of sending, which is the order of timing out, because all have the same time. */
    private final Queue<Attempt> outstanding = new ArrayDeque<>();

    private boolean closed;

    public LedgerClient(Vertx vertx, Target target, ConnectionOptions options) {
        this.vertx = vertx;
        this.target = target;
        this.keyHeader = HttpHeaders.createOptimized(target.apiKeyHeader());
        this.key = HttpHeaders.createOptimized(target.apiKey());
        this.timeoutNanos = options.timeout().toNanos();
        HttpClientOptions http1 = new HttpClientOptions()
                .setDefaultHost(target.host())
                .setDefaultPort(target.port())
                .setKeepAlive(true)
                .setPipelining(options.pipelining() > 1)
                .setPipeliningLimit(options.pipelining())
                .setTcpNoDelay(true)
                .setConnectTimeout((int) Duration.ofSeconds(1).toMillis());
        // The callers bound what is in flight, so the pool's own queue needs no second bound.
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(options.connections()).setMaxWaitQueueSize(-1);
        this.http = vertx.createHttpClient(http1, pool);
        this.sweepTimer = vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep());
    }

    /** Sends once. The future fails if no answer came: refused connection, lost connection, time-out. */
    public Future<Reply> send(Request request) {
        if (closed) {
            return Future.failedFuture("the client is closed");
        }
        Attempt attempt = new Attempt(System.nanoTime() + timeoutNanos);
        outstanding.add(attempt);
        http.request(new RequestOptions()
                        .setHost(target.host())
                        .setPort(target.port())
                        .setMethod(request.method())
                        .setURI(request.path()))
                .onComplete(opened -> {
                    if (opened.failed()) {
                        attempt.promise.tryFail(opened.cause());
                    } else {
                        attempt.begin(opened.result(), request.body());
                    }
                });
        return attempt.promise.future();
    }

    /** Closes every connection; what is outstanding fails. */
    public Future<Void> close() {
        closed = true;
        vertx.cancelTimer(sweepTimer);
        return http.close();
    }

    private void sweep() {
        long now = System.nanoTime();
        for (Attempt head = outstanding.peek(); head != null; head = outstanding.peek()) {
            if (!head.isDone() && head.deadlineNanos - now > 0) {
                return;
            }
            outstanding.remove();
            head.expire();
        }
    }

    private final class Attempt {

        private final long deadlineNanos;
        private final Promise<Reply> promise = Promise.promise();
        private @Nullable HttpClientRequest http;

        Attempt(long deadlineNanos) {
            this.deadlineNanos = deadlineNanos;
        }

        boolean isDone() {
            return promise.future().isComplete();
        }

        void begin(HttpClientRequest opened, @Nullable Buffer body) {
            // Failures are reported once, by the future of the answer; without a handler Vert.x would log them too.
            opened.exceptionHandler(promise::tryFail);
            if (isDone()) {
                opened.reset();
                return;
            }
            http = opened;
            opened.putHeader(keyHeader, key);
            if (body != null) {
                opened.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
            }
            Future<HttpClientResponse> sent = body == null ? opened.send() : opened.send(body);
            sent.onComplete(answered -> {
                if (answered.failed()) {
                    promise.tryFail(answered.cause());
                } else {
                    readBody(answered.result());
                }
            });
        }

        private void readBody(HttpClientResponse response) {
            response.body().onComplete(read -> {
                if (read.failed()) {
                    promise.tryFail(read.cause());
                    return;
                }
                boolean replayed = "true".equals(response.headers().get(REPLAYED));
                promise.tryComplete(new Reply(response.statusCode(), replayed, seconds(response), read.result()));
            });
        }

        /** Only the whole-second form of {@code Retry-After} is understood; anything else counts as none. */
        private static int seconds(HttpClientResponse response) {
            String header = response.headers().get(RETRY_AFTER);
            return header != null && header.matches("[0-9]{1,4}") ? Integer.parseInt(header) : 0;
        }

        void expire() {
            if (promise.tryFail(new TimeoutException("no answer in " + timeoutNanos / 1_000_000 + " ms"))
                    && http != null) {
                http.reset();
            }
        }
    }
}
