package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/** Collects the body of one request, up to a limit. */
final class BodyReceiver {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private final int limit;
    private final Consumer<Buffer> onWhole;
    private final Consumer<ApiException> onTooLarge;
    private Buffer received = Buffer.buffer(0);
    private boolean grown;
    private boolean done;

    private BodyReceiver(int limit, Consumer<Buffer> onWhole, Consumer<ApiException> onTooLarge) {
        this.limit = limit;
        this.onWhole = onWhole;
        this.onTooLarge = onTooLarge;
    }

    /**
     * Calls exactly one of the consumers, unless the connection is lost first.
     *
     * @param type that the body must have
     * @throws ApiException if the head already tells that the body is of the wrong type or too large
     */
    static void receive(
            HttpServerRequest request,
            String type,
            int limit,
            Consumer<Buffer> onWhole,
            Consumer<ApiException> onTooLarge) {
        requireType(type, request.getHeader(HttpHeaders.CONTENT_TYPE));
        requireSize(request.getHeader(HttpHeaders.CONTENT_LENGTH), limit);
        BodyReceiver receiver = new BodyReceiver(limit, onWhole, onTooLarge);
        request.handler(receiver::append);
        request.endHandler(end -> receiver.end());
    }

    private void append(Buffer chunk) {
        if (done) {
            return;
        }
        if (received.length() + chunk.length() > limit) {
            done = true;
            onTooLarge.accept(new ApiException(ErrorCode.PAYLOAD_TOO_LARGE));
        } else if (received.length() == 0) {
            received = chunk;
        } else {
            // The first chunk is the server's own; from the second on the body grows in a buffer of this request's.
            received = grown ? received : Buffer.buffer(2 * received.length()).appendBuffer(received);
            grown = true;
            received.appendBuffer(chunk);
        }
    }

    private void end() {
        if (!done) {
            done = true;
            onWhole.accept(received);
        }
    }

    /** A type that is not named is taken for the right one. */
    private static void requireType(String type, @Nullable String contentType) {
        if (contentType == null || contentType.equals(type)) {
            return;
        }
        int end = contentType.indexOf(';');
        String named = end < 0 ? contentType : contentType.substring(0, end);
        if (!named.strip().toLowerCase(Locale.ROOT).equals(type)) {
            throw new ApiException(ApiError.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "the body must be " + type));
        }
    }

    /** The HTTP decoder has refused lengths that are not numbers. */
    private static void requireSize(@Nullable String contentLength, int limit) {
        if (contentLength != null && Long.parseLong(contentLength) > limit) {
            throw new ApiException(ErrorCode.PAYLOAD_TOO_LARGE);
        }
    }
}
