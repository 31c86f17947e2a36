package dev.holdfast.ledgerapi.error;

import java.util.Locale;

/** The errors on the wire; {@code error_code} is the name in lower case. */
public enum ErrorCode {
    VALIDATION_ERROR(400, "the request is not valid"),
    UNAUTHORIZED(401, "the API key is missing or not known"),
    FORBIDDEN(403, "the access token does not allow this"),
    NOT_FOUND(404, "there is nothing at this path"),
    ACCOUNT_NOT_FOUND(404, "no account has this reference"),
    CARD_NOT_FOUND(404, "no card has this id"),
    AUTHORIZATION_NOT_FOUND(404, "no message is about this authorization"),
    CONTROL_NOT_FOUND(404, "no control has this name, or no such version"),
    TRANSACTION_NOT_FOUND(404, "no transaction has this id"),
    METHOD_NOT_ALLOWED(405, "this path does not take this method"),
    REQUEST_TIMEOUT(408, "the request was not received in time"),
    IDEMPOTENCY_ERROR(409, "the key or reference belongs to another request"),
    SETTINGS_CHANGED(409, "the settings have another version"),
    PAYLOAD_TOO_LARGE(413, "the body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "the body must be application/json"),
    CARD_CREATION_FAILED(422, "too few card numbers are left under the BIN"),
    CARD_UPDATE_FAILED(422, "the card's status does not allow this change"),
    CONTROL_UPDATE_FAILED(422, "the control does not allow this change"),
    TOO_MANY_REQUESTS(429, "the client asks for tokens too often; a token lasts an hour"),
    UNEXPECTED_ERROR(500, "an unexpected error occurred; nothing is known to be wrong with the request"),
    BUSY(503, "too many requests are waiting; nothing was applied"),
    DEADLINE_EXCEEDED(503, "the request could not be served in time; nothing was applied"),
    DATABASE_UNAVAILABLE(503, "the database is not available; nothing was applied"),
    OUTCOME_UNKNOWN(503, "the outcome is not known; ask again with the same idempotency key"),
    SHUTTING_DOWN(503, "this instance is stopping; nothing was applied");

    private final int status;
    private final String message;

    ErrorCode(int status, String message) {
        this.status = status;
        this.message = message;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    public String message() {
        return message;
    }

    /** Whether the same request may succeed if it is sent again shortly. */
    public boolean retryHelps() {
        return status == 503;
    }
}
