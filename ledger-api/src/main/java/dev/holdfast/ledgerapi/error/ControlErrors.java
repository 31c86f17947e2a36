package dev.holdfast.ledgerapi.error;

import dev.holdfast.engine.control.ControlRefusal;

/** What a caller is told when a control was not changed or assigned. */
public final class ControlErrors {

    private ControlErrors() {}

    public static ApiError errorOf(ControlRefusal reason) {
        return switch (reason) {
            case ACCOUNT_NOT_FOUND -> ApiError.of(ErrorCode.ACCOUNT_NOT_FOUND);
            case CONTROL_NOT_FOUND, VERSION_NOT_FOUND, NOT_ASSIGNED ->
                ApiError.of(ErrorCode.CONTROL_NOT_FOUND, reason.message());
            case NOT_A_DRAFT, WRONG_STEP, ANOTHER_IN_SHADOW, TOO_MANY_VERSIONS, TOO_MANY_ASSIGNED ->
                ApiError.of(ErrorCode.CONTROL_UPDATE_FAILED, reason.message());
        };
    }
}
