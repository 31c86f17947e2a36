package dev.holdfast.ledgerapi.error;

import dev.holdfast.engine.database.SqlFailures;
import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.lane.SessionException;
import io.vertx.core.VertxException;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** What a caller is told when the system could not answer. */
public final class FailureErrors {

    private FailureErrors() {}

    public static ErrorCode codeOf(Failure.Kind kind) {
        return switch (kind) {
            case BUSY -> ErrorCode.BUSY;
            case SHUTTING_DOWN -> ErrorCode.SHUTTING_DOWN;
            case DEADLINE_EXCEEDED -> ErrorCode.DEADLINE_EXCEEDED;
            case DATABASE_UNAVAILABLE -> ErrorCode.DATABASE_UNAVAILABLE;
            case OUTCOME_UNKNOWN -> ErrorCode.OUTCOME_UNKNOWN;
            case DEFECT -> ErrorCode.UNEXPECTED_ERROR;
        };
    }

    /** Any throwable that a request has ended with; what is not recognised is an unexpected error. */
    public static ApiError errorOf(Throwable cause) {
        if (cause instanceof ApiException refused) {
            return refused.error();
        }
        if (cause instanceof Failure failure) {
            return ApiError.of(codeOf(failure.kind()));
        }
        return ApiError.of(isDatabaseAway(cause) ? ErrorCode.DATABASE_UNAVAILABLE : ErrorCode.UNEXPECTED_ERROR);
    }

    /** Queries and the look-up of keys fail with the database client's own exceptions. */
    private static boolean isDatabaseAway(Throwable cause) {
        boolean fromClient =
                cause instanceof VertxException || cause instanceof IOException || cause instanceof TimeoutException;
        return fromClient && SqlFailures.toSessionException(cause).kind() != SessionException.Kind.REJECTED;
    }
}
