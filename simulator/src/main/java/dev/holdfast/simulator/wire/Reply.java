package dev.holdfast.simulator.wire;

import io.vertx.core.buffer.Buffer;

/**
 * What the server sent back.
 *
 * @param status the HTTP status
 * @param replayed whether {@code Idempotency-Replayed} said so
 * @param retryAfterSeconds from {@code Retry-After}, 0 without one
 * @param body all of it
 */
public record Reply(int status, boolean replayed, int retryAfterSeconds, Buffer body) {

    /** Whether the server has decided. Anything else is worth another delivery of the same request. */
    public boolean isFinal() {
        return status < 500 && status != 429 && status != 408;
    }
}
