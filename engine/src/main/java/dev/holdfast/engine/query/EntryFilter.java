package dev.holdfast.engine.query;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which entries of an account to list, newest first.
 *
 * @param from the oldest instant to include
 * @param to the first instant to leave out again
 * @param transactionId only entries of this card payment
 * @param limit entries on a page, 1 to {@link #MAX_LIMIT}
 * @param cursor where the page before ended; absent for the first page
 */
public record EntryFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String transactionId,
        int limit,
        @Nullable String cursor) {

    public static final int MAX_LIMIT = 500;
}
