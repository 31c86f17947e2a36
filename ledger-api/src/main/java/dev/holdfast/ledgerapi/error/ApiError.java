package dev.holdfast.ledgerapi.error;

import java.util.List;

/**
 * What a caller is told instead of an answer.
 *
 * @param message a sentence for a person
 * @param details every bad field; empty unless the request was not valid
 */
public record ApiError(ErrorCode code, String message, List<ErrorDetail> details) {

    public ApiError {
        details = List.copyOf(details);
    }

    public static ApiError of(ErrorCode code) {
        return new ApiError(code, code.message(), List.of());
    }

    public static ApiError of(ErrorCode code, String message) {
        return new ApiError(code, message, List.of());
    }

    /** An invalid request of which one field is the cause. */
    public static ApiError invalid(DetailCode code, String param, String message) {
        return new ApiError(
                ErrorCode.VALIDATION_ERROR,
                ErrorCode.VALIDATION_ERROR.message(),
                List.of(new ErrorDetail(code, message, param)));
    }
}
