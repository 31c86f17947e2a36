package dev.holdfast.ledgerapi.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as callers write them. */
public final class InstantText {

    /** What is told where {@link #parse} takes nothing. */
    public static final String PROBLEM = "must be an RFC 3339 instant such as 2026-01-31T12:00:00Z";

    /** RFC 3339 has four-digit years; PostgreSQL's timestamptz has more, Java's instants far more. */
    private static final int MAX_YEAR = 9999;

    private InstantText() {}

    /** Takes an RFC 3339 instant, cut to microseconds, or nothing. */
    public static Optional<Instant> parse(String text) {
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(text);
            return parsed.getYear() >= 1 && parsed.getYear() <= MAX_YEAR
                    ? Optional.of(parsed.toInstant().truncatedTo(ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
