package dev.holdfast.ledgerapi.error;

/** Carries an error to the place that answers it. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    public ApiException(ApiError error) {
        // No stack trace: the error is the caller's, and is told to the caller only.
        super(error.message(), null, false, false);
        this.error = error;
    }

    public ApiException(ErrorCode code) {
        this(ApiError.of(code));
    }

    public ApiError error() {
        return error;
    }
}
