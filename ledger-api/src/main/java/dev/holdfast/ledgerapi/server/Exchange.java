package dev.holdfast.ledgerapi.server;

import dev.holdfast.engine.client.Tokens;
import dev.holdfast.ledgerapi.auth.Authentication;
import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.docs.Asset;
import dev.holdfast.ledgerapi.docs.Docs;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.error.FailureErrors;
import dev.holdfast.ledgerapi.exchange.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its one answer. Whoever answers first wins; later answers are dropped, because the caller has been
 * told already, or has gone. Confined to the event loop of its connection.
 */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("Request-Id");
    private static final CharSequence REPLAYED = HttpHeaders.createOptimized("Idempotency-Replayed");
    private static final CharSequence TRUE = HttpHeaders.createOptimized("true");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence ONE_SECOND = HttpHeaders.createOptimized("1");
    private static final CharSequence TOKEN_PAUSE =
            HttpHeaders.createOptimized(Long.toString(Tokens.PAUSE.toSeconds()));

    private final HttpServerRequest request;
    private final HttpMetrics metrics;
    private final Connections.Held connection;
    private final String id;
    private final long beganNanos = System.nanoTime();
    private @Nullable Endpoint endpoint;
    private int received;
    private boolean over;

    Exchange(HttpServerRequest request, HttpMetrics metrics, Connections.Held connection, String id) {
        this.request = request;
        this.metrics = metrics;
        this.connection = connection;
        this.id = id;
        metrics.began();
    }

    void meets(Endpoint found) {
        endpoint = found;
    }

    /** Notes that the whole body is there. */
    void receivedBody(int bytes) {
        received = bytes;
        connection.working();
    }

    void answer(Answer answer) {
        if (over) {
            return;
        }
        if (answer.replayed()) {
            request.response().putHeader(REPLAYED, TRUE);
        }
        end(answer.status(), JSON, answer.body());
    }

    void answer(Asset asset) {
        if (over) {
            return;
        }
        request.response()
                .putHeader("Content-Security-Policy", Docs.SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        end(200, asset.contentType(), asset.body());
    }

    /** Answers with the error that {@code cause} stands for. */
    void fail(Throwable cause) {
        if (over) {
            return;
        }
        ApiError error = FailureErrors.errorOf(cause);
        HttpServerResponse response = request.response();
        if (error.code() == ErrorCode.UNEXPECTED_ERROR) {
            LOG.error("Request {} met a defect", id, cause);
        } else if (error.code() == ErrorCode.UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", Authentication.challenge(endpoint, request.headers()));
        } else if (error.code() == ErrorCode.TOO_MANY_REQUESTS) {
            response.putHeader(HttpHeaders.RETRY_AFTER, TOKEN_PAUSE);
        } else if (error.code().retryHelps()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, ONE_SECOND);
        }
        end(error.code().status(), JSON, ErrorBody.of(error));
    }

    /** Fails with 405, telling which methods the path takes. */
    void failMethod(Iterable<String> allowed, Throwable cause) {
        request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
        fail(cause);
    }

    /** The connection is lost: there is nobody to answer. */
    void abandon() {
        if (!over) {
            over = true;
            metrics.abandoned();
        }
    }

    private void end(int status, CharSequence contentType, Buffer body) {
        over = true;
        boolean complete = request.isEnded() || !hasBody();
        HttpServerResponse response = request.response();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                .putHeader(REQUEST_ID, id);
        metrics.answered(endpoint, status, System.nanoTime() - beganNanos, received, body.length());
        connection.answered(complete);
        if (!complete) {
            // What still comes is read and dropped, so that the caller gets to see the answer; then the end.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.handler(rest -> {}).endHandler(end -> request.connection().close());
            request.resume();
        }
        response.end(body);
    }

    /** The end of a request without a body is only reported after its head, but nothing more will come. */
    private boolean hasBody() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }
}
