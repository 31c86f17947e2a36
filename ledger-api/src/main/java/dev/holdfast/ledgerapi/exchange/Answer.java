package dev.holdfast.ledgerapi.exchange;

import io.vertx.core.buffer.Buffer;

/**
 * What a route answers.
 *
 * @param status HTTP status
 * @param body JSON
 * @param replayed whether it is the stored answer to an earlier, equal request
 */
public record Answer(int status, Buffer body, boolean replayed) {

    private static final int OK = 200;

    public static Answer ok(Buffer body) {
        return new Answer(OK, body, false);
    }

    public static Answer ok(Buffer body, boolean replayed) {
        return new Answer(OK, body, replayed);
    }
}
