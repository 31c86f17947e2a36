package dev.holdfast.ledgerapi.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Posts JSON to tenants' servers. Futures fail with what the client failed with, or with a timeout. */
final class TenantClient {

    private static final int CONNECTIONS_PER_HOST = 8;
    private static final int WAITING = 256;
    private static final int MAX_ANSWER = 4_096;

    private final HttpClient http;

    TenantClient(Vertx vertx) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setMaxInitialLineLength(MAX_ANSWER).setMaxHeaderSize(2 * MAX_ANSWER),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST).setMaxWaitQueueSize(WAITING));
    }

    /** What a tenant's server has answered. */
    record Reply(int status, Buffer body) {}

    /** An answer that goes on beyond its bound, and is not read to its end. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLong(int status) {
            super("an answer with status " + status + " has more than " + MAX_ANSWER + " bytes", null, false, false);
        }
    }

    /** @param millis after which nobody waits any more, and the request is given up */
    Future<Reply> post(URI place, ChallengeTarget target, Buffer body, long millis) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(place.toString())
                .setFollowRedirects(false)
                .setTimeout(millis)
                .putHeader("content-type", "application/json")
                .putHeader("accept", "application/json");
        target.credential().ifPresent(credential -> options.putHeader(credential.header(), credential.value()));
        return http.request(options)
                .compose(request -> exchange(request, body, millis))
                .timeout(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends by itself, too: who drips an answer must not keep the connection for longer than anybody waits. */
    private static Future<Reply> exchange(HttpClientRequest request, Buffer body, long millis) {
        return request.send(body)
                .compose(TenantClient::receive)
                .timeout(millis, TimeUnit.MILLISECONDS)
                .onFailure(cause -> request.reset());
    }

    private static Future<Reply> receive(HttpClientResponse response) {
        Promise<Reply> received = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(received::tryFail);
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > MAX_ANSWER) {
                response.handler(rest -> {});
                received.tryFail(new TooLong(response.statusCode()));
            }
        });
        response.endHandler(end -> received.tryComplete(new Reply(response.statusCode(), body)));
        return received.future();
    }

    Future<Void> close() {
        return http.close();
    }
}
