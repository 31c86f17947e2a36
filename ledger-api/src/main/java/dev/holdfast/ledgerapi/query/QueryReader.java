package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.network.Response;
import dev.holdfast.engine.query.EntryFilter;
import dev.holdfast.ledgerapi.contract.QueryParameters;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.json.InstantText;
import dev.holdfast.ledgerapi.json.TextRule;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads typed values from query parameters and collects what is wrong with them. */
final class QueryReader {

    private static final int DEFAULT_LIMIT = 50;

    /** Ample for a position in a list; keeps hostile cursors short. */
    private static final int MAX_CURSOR = 512;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        return Objects.requireNonNullElse(whole("limit", EntryFilter.MAX_LIMIT), DEFAULT_LIMIT);
    }

    /** A whole number from 1 to a bound of at most four digits. */
    @Nullable
    Integer whole(String name, int max) {
        String value = query.get(name);
        if (value == null) {
            return null;
        }
        int number = parsed(value);
        if (number < 1 || number > max) {
            problems.add(name, DetailCode.INVALID_VALUE, "must be from 1 to " + max);
            return null;
        }
        return number;
    }

    /** Four digits at most: no overflow, no sign, no other script's digits; 0 for all else. */
    private static int parsed(String value) {
        return value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
    }

    /** An RFC 3339 instant, cut to microseconds. */
    @Nullable
    Instant instant(String name) {
        String value = query.get(name);
        if (value == null) {
            return null;
        }
        Optional<Instant> instant = InstantText.parse(value);
        if (instant.isEmpty()) {
            problems.add(name, DetailCode.INVALID_VALUE, InstantText.PROBLEM);
        }
        return instant.orElse(null);
    }

    @Nullable
    Instant requiredInstant(String name) {
        Instant instant = instant(name);
        problems.require(name, instant);
        return instant;
    }

    /** A UUID in its usual form. */
    @Nullable
    UUID uuid(String name) {
        String value = query.get(name);
        if (value == null) {
            return null;
        }
        if (!UUID_FORM.matcher(value).matches()) {
            problems.add(name, DetailCode.INVALID_VALUE, "must be a UUID in lower case");
            return null;
        }
        return UUID.fromString(value);
    }

    /** How a message was answered. */
    @Nullable
    Response response(String name) {
        String value = query.get(name);
        if (value == null) {
            return null;
        }
        Optional<Response> known = Arrays.stream(Response.values())
                .filter(response -> response.label().equals(value))
                .findFirst();
        if (known.isEmpty()) {
            String words = Arrays.stream(Response.values()).map(Response::label).collect(Collectors.joining(", "));
            problems.add(name, DetailCode.INVALID_VALUE, "must be one of " + words);
        }
        return known.orElse(null);
    }

    /** Notes if neither of two parameters is there. */
    void requireOne(String name, String other) {
        if (query.get(name) == null && query.get(other) == null) {
            problems.add(name, DetailCode.REQUIRED, "is required unless " + other + " is given");
        }
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
