package dev.holdfast.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.engine.money.Currency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A value of a JSON text, and where it stands. Every method that reads throws {@link JsonFormException}. */
public final class JsonPlace {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_TYPE_LENGTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode node;
    private final String path;

    private JsonPlace(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** @param maxLength in characters; a longer text is not read */
    public static JsonPlace parse(String text, int maxLength) {
        if (text.length() > maxLength) {
            throw new JsonFormException("", "must have at most " + maxLength + " characters");
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new JsonFormException("", "must not be empty");
            }
            return new JsonPlace(node, "");
        } catch (JsonProcessingException e) {
            throw new JsonFormException("", "is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Requires an object without other members than these. */
    public JsonPlace object(String... members) {
        if (!node.isObject()) {
            throw problem("must be an object");
        }
        Set<String> known = Set.of(members);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw at(name).problem("is not known here");
            }
        }
        return this;
    }

    /** What the member {@code type} says, which decides about the object's other members. */
    public String objectOfType() {
        if (!node.isObject()) {
            throw problem("must be an object");
        }
        return member("type").text(MAX_TYPE_LENGTH);
    }

    /** A member that must be there. */
    public JsonPlace member(String name) {
        return optional(name).orElseThrow(() -> at(name).problem("is required"));
    }

    public Optional<JsonPlace> optional(String name) {
        JsonNode member = node.get(name);
        return member == null ? Optional.empty() : Optional.of(new JsonPlace(member, below(name)));
    }

    /** An array's elements, each read. */
    public <T> List<T> list(int min, int max, Function<JsonPlace, T> read) {
        if (!node.isArray()) {
            throw problem("must be an array");
        }
        if (node.size() < min || node.size() > max) {
            throw problem("must have " + min + " to " + max + " elements");
        }
        List<T> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(read.apply(new JsonPlace(node.get(i), below(String.valueOf(i)))));
        }
        return elements;
    }

    /** An array's elements, none of them twice. */
    public <T> Set<T> set(int min, int max, Function<JsonPlace, T> read) {
        List<T> elements = list(min, max, read);
        Set<T> distinct = Set.copyOf(elements);
        if (distinct.size() < elements.size()) {
            throw problem("must not have an element twice");
        }
        return distinct;
    }

    /** A string of 1 to {@code maxLength} characters without control characters. */
    public String text(int maxLength) {
        if (!node.isTextual()) {
            throw problem("must be a string");
        }
        String text = node.textValue();
        if (text.isBlank() || text.length() > maxLength || !printable(text)) {
            throw problem("must have 1 to " + maxLength + " printable characters");
        }
        return text;
    }

    /** A lone surrogate is no character, and the database refuses it. */
    private static boolean printable(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** A constant's name in lower case. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (node.isTextual() && label(constant).equals(node.textValue())) {
                return constant;
            }
        }
        throw problem("must be one of " + labels(type));
    }

    /** How {@link #oneOf} knows a constant. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> List<String> labels(Class<E> type) {
        List<String> labels = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            labels.add(label(constant));
        }
        return labels;
    }

    /** A number without decimals, both bounds included. */
    public long whole(long min, long max) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw problem("must be a whole number from " + min + " to " + max);
        }
        return node.longValue();
    }

    /** A number, exactly as written. */
    public BigDecimal decimal() {
        if (!node.isNumber()) {
            throw problem("must be a number");
        }
        return node.decimalValue();
    }

    public boolean truth() {
        if (!node.isBoolean()) {
            throw problem("must be true or false");
        }
        return node.booleanValue();
    }

    /** An ISO 4217 code in upper case. */
    public Currency currency() {
        return Currency.find(text(3)).orElseThrow(() -> problem("must be an ISO 4217 code in upper case"));
    }

    /** Makes a value of what was read here; what its type refuses is a problem of this place. */
    public <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (JsonFormException deeper) {
            throw deeper;
        } catch (IllegalArgumentException refused) {
            throw problem(String.valueOf(refused.getMessage()));
        }
    }

    /** An error at this place. */
    public JsonFormException problem(String problem) {
        return new JsonFormException(path, problem);
    }

    private JsonPlace at(String name) {
        return new JsonPlace(node, below(name));
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
