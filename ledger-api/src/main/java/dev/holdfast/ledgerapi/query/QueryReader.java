package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.query.EntryFilter;
import dev.holdfast.ledgerapi.contract.QueryParameters;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.json.TextRule;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads typed values from query parameters and collects what is wrong with them. */
final class QueryReader {

    private static final int DEFAULT_LIMIT = 50;

    /** Ample for a position in a list; keeps hostile cursors short. */
    private static final int MAX_CURSOR = 512;

    /** RFC 3339 has four-digit years; PostgreSQL's timestamptz has more, Java's instants far more. */
    private static final int MAX_YEAR = 9999;

    private final QueryParameters query;
    private final Problems problems = new Problems();

    QueryReader(QueryParameters query) {
        this.query = query;
    }

    @Nullable
    String text(String name, int maxLength) {
        String value = query.get(name);
        String problem = value == null ? null : TextRule.problemWith(value, maxLength);
        if (problem != null) {
            problems.add(name, DetailCode.INVALID_VALUE, problem);
            return null;
        }
        return value;
    }

    @Nullable
    String cursor() {
        return text("cursor", MAX_CURSOR);
    }

    /** The size of a page. */
    int limit() {
        String value = query.get("limit");
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        // Four digits at most: no overflow, no sign, no other script's digits.
        int limit = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
        if (limit < 1 || limit > EntryFilter.MAX_LIMIT) {
            problems.add("limit", DetailCode.INVALID_VALUE, "must be from 1 to " + EntryFilter.MAX_LIMIT);
        }
        return limit;
    }

    /** An RFC 3339 instant, cut to microseconds. */
    @Nullable
    Instant instant(String name) {
        String value = query.get(name);
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(value);
            if (parsed.getYear() >= 1 && parsed.getYear() <= MAX_YEAR) {
                return parsed.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // Told below, like a year out of range.
        }
        problems.add(name, DetailCode.INVALID_VALUE, "must be an RFC 3339 instant such as 2026-01-31T12:00:00Z");
        return null;
    }

    @Nullable
    Instant requiredInstant(String name) {
        Instant instant = instant(name);
        problems.require(name, instant);
        return instant;
    }

    /** One of a few words; the first is the default. */
    String oneOf(String name, List<String> words) {
        String value = query.get(name);
        if (value == null) {
            return words.get(0);
        }
        if (!words.contains(value)) {
            problems.add(name, DetailCode.INVALID_VALUE, "must be " + String.join(" or ", words));
        }
        return value;
    }

    /**
     * Ends the reading.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad parameter
     */
    void finish() {
        problems.throwIfAny();
    }
}
