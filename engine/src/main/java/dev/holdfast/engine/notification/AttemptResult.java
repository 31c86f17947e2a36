package dev.holdfast.engine.notification;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/**
 * What came of one sending.
 *
 * @param status of the receiver's answer; zero if there was none
 * @param retryAfter before which the receiver wants to hear nothing; null if it does not say
 */
record AttemptResult(
        Kind kind, int status, Duration took, @Nullable Duration retryAfter) {

    /** The label is what the log of attempts and the metrics call it. */
    enum Kind {
        /** Answered 2xx. */
        DELIVERED,
        /** Answered otherwise; a redirect is no delivery either. */
        REFUSED,
        /** Answered 410: the receiver is no more. */
        GONE,
        /** No answer in time. */
        TIMED_OUT,
        /** No connection, or one that broke or was not to be trusted. */
        UNREACHABLE,
        /** The name has no address. */
        UNRESOLVED,
        /** An address that nothing is sent to, or a scheme that is not allowed. */
        FORBIDDEN,
        /** The subscription's secrets do not open. */
        UNSIGNED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static AttemptResult of(Kind kind, Duration took) {
        return new AttemptResult(kind, 0, took, null);
    }

    static AttemptResult answered(int status, Duration took, @Nullable Duration retryAfter) {
        Kind kind = status >= 200 && status < 300 ? Kind.DELIVERED : status == 410 ? Kind.GONE : Kind.REFUSED;
        return new AttemptResult(kind, status, took, retryAfter);
    }
}
