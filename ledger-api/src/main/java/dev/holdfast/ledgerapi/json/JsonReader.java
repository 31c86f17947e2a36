package dev.holdfast.ledgerapi.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the value of one member after another. A value of the wrong kind is noted, and read as absent. */
public final class JsonReader {

    private static final int CURRENCY_LENGTH = 3;

    /** Ample for every text that has a form; keeps hostile ones short. */
    private static final int MAX_FORMED = 256;

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final JsonParser parser;
    private final Problems problems;
    private String path = "";

    JsonReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** A string of 1 to {@code maxLength} characters without control characters. */
    public @Nullable String text(String member, int maxLength) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            refuseType(member, "must be a string");
            return null;
        }
        String value = parser.getText();
        String problem = TextRule.problemWith(value, maxLength);
        if (problem != null) {
            problems.add(path + member, DetailCode.INVALID_VALUE, problem);
            return null;
        }
        return value;
    }

    /**
     * A string of a certain form.
     *
     * @param problem what to tell if it has another
     */
    public @Nullable String text(String member, Pattern form, String problem) throws IOException {
        String value = text(member, MAX_FORMED);
        if (value != null && !form.matcher(value).matches()) {
            problems.add(path + member, DetailCode.INVALID_VALUE, problem);
            return null;
        }
        return value;
    }

    /** A string that {@code read} makes something of, or nothing. What it said is not kept. */
    public <T> @Nullable T value(String member, Function<String, Optional<T>> read, String problem) throws IOException {
        String text = text(member, MAX_FORMED);
        if (text == null) {
            return null;
        }
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            problems.add(path + member, DetailCode.INVALID_VALUE, problem);
        }
        return value.orElse(null);
    }

    /** One of the enum's names, in lower case. */
    public <E extends Enum<E>> @Nullable E word(String member, Class<E> words) throws IOException {
        E[] known = words.getEnumConstants();
        return value(
                member,
                text -> Stream.of(known).filter(word -> wire(word).equals(text)).findFirst(),
                "must be one of " + Stream.of(known).map(JsonReader::wire).collect(Collectors.joining(", ")));
    }

    /** A UUID in its usual form. */
    public @Nullable UUID uuid(String member) throws IOException {
        String text = text(member, UUID_FORM, "must be a UUID in lower case");
        return text == null ? null : UUID.fromString(text);
    }

    /** An RFC 3339 instant, cut to microseconds. */
    public @Nullable Instant instant(String member) throws IOException {
        return value(member, InstantText::parse, InstantText.PROBLEM);
    }

    public @Nullable Boolean flag(String member) throws IOException {
        if (!parser.currentToken().isBoolean()) {
            refuseType(member, "must be true or false");
            return null;
        }
        return parser.getBooleanValue();
    }

    /** An ISO 4217 currency code in upper case. */
    public @Nullable Currency currency(String member) throws IOException {
        String code = text(member, CURRENCY_LENGTH);
        if (code == null) {
            return null;
        }
        Optional<Currency> known = Currency.find(code);
        if (known.isEmpty()) {
            problems.add(path + member, DetailCode.INVALID_VALUE, "must be an ISO 4217 code in upper case");
        }
        return known.orElse(null);
    }

    /** A number, exactly as written. */
    public @Nullable BigDecimal number(String member) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            refuseType(member, "must be a number");
            return null;
        }
        try {
            return parser.getDecimalValue();
        } catch (IOException | ArithmeticException | NumberFormatException e) {
            // An exponent beyond the range of BigDecimal: the syntax is JSON's, the size is nobody's.
            problems.add(path + member, DetailCode.INVALID_VALUE, "is out of range");
            return null;
        }
    }

    /** A whole number of this range. */
    public @Nullable Integer whole(String member, int min, int max) throws IOException {
        BigDecimal value = number(member);
        if (value == null) {
            return null;
        }
        boolean inRange =
                value.compareTo(BigDecimal.valueOf(min)) >= 0 && value.compareTo(BigDecimal.valueOf(max)) <= 0;
        if (!inRange || value.stripTrailingZeros().scale() > 0) {
            problems.add(path + member, DetailCode.INVALID_VALUE, "must be a whole number from " + min + " to " + max);
            return null;
        }
        return value.intValueExact();
    }

    /** Any value, as the text of it, for a reader of its own; numbers are kept as they are written. */
    public @Nullable String raw(String member) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return JsonCopy.of(parser);
    }

    /** An object, whose members go to the form. Returns whether it was one. */
    public boolean object(String member, JsonForm form) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            refuseType(member, "must be an object");
            return false;
        }
        String outer = path;
        path = outer + member + '.';
        members(form);
        path = outer;
        return true;
    }

    /**
     * An array of objects; {@code formAt} makes the form of each.
     *
     * @param maxSize elements beyond it are a problem of the array and are skipped
     */
    public void objects(String member, int maxSize, IntFunction<JsonForm> formAt) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            refuseType(member, "must be an array");
            return;
        }
        int size = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; size++) {
            if (size >= maxSize) {
                parser.skipChildren();
            } else if (parser.currentToken() == JsonToken.VALUE_NULL) {
                problems.add(path + member + '.' + size, DetailCode.WRONG_TYPE, "must be an object");
            } else {
                object(member + '.' + size, formAt.apply(size));
            }
        }
        if (size > maxSize) {
            problems.add(path + member, DetailCode.INVALID_VALUE, "must have at most " + maxSize + " elements");
        }
    }

    /** Passes over a member that nobody asked for. */
    public void skip() throws IOException {
        parser.skipChildren();
    }

    void members(JsonForm form) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            form.member(name, this);
        }
    }

    private static String wire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void refuseType(String member, String message) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            problems.add(path + member, DetailCode.WRONG_TYPE, message);
            parser.skipChildren();
        }
    }
}
