package dev.holdfast.ledgerapi.contract;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a value with a schema of the contract, as far as the contract uses JSON Schema. Answers are held to it
 * exactly: every member listed is there, and no other.
 */
final class SchemaCheck {

    private final Contract contract;
    private final List<String> differences = new ArrayList<>();
    private final boolean exact;

    private SchemaCheck(Contract contract, boolean exact) {
        this.contract = contract;
        this.exact = exact;
    }

    /** How an answer differs from its schema. */
    static List<String> ofAnswer(Contract contract, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(contract, true);
        check.compare("$", schema, value);
        return check.differences;
    }

    /** How a request differs from its schema; members that are not required may be absent. */
    static List<String> ofRequest(Contract contract, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(contract, false);
        check.compare("$", schema, value);
        return check.differences;
    }

    private void compare(String path, JsonNode listed, JsonNode value) {
        JsonNode schema = contract.resolve(listed);
        if (schema.has("oneOf")) {
            boolean isNull = value.isNull();
            for (JsonNode option : schema.get("oneOf")) {
                if (option.path("type").asText().equals("null") == isNull) {
                    compare(path, option, value);
                }
            }
            return;
        }
        if (!typesOf(schema).contains(typeOf(value, typesOf(schema)))) {
            differences.add(path + " is " + typeOf(value, Set.of()) + ", not " + typesOf(schema));
            return;
        }
        if (schema.path("additionalProperties").asBoolean()) {
            return;
        }
        if (value.isObject()) {
            compareMembers(path, schema, value);
        } else if (value.isArray()) {
            value.forEach(element -> compare(path + "[]", schema.path("items"), element));
        } else if (value.isTextual()) {
            compareText(path, schema, value.textValue());
        }
    }

    private void compareMembers(String path, JsonNode schema, JsonNode value) {
        Set<String> listed = Contract.names(schema.path("properties").fieldNames());
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        Set<String> present = Contract.names(value.fieldNames());
        if (!listed.containsAll(present) || !present.containsAll(required) || (exact && !required.equals(listed))) {
            differences.add(path + " has " + present + ", listed are " + listed + ", required " + required);
        }
        present.stream()
                .filter(listed::contains)
                .forEach(name ->
                        compare(path + "." + name, schema.path("properties").path(name), value.get(name)));
    }

    private void compareText(String path, JsonNode schema, String text) {
        boolean inEnum = !schema.has("enum");
        for (JsonNode allowed : schema.path("enum")) {
            inEnum |= allowed.textValue().equals(text);
        }
        boolean matches =
                !schema.has("pattern") || text.matches(schema.get("pattern").textValue());
        boolean fits = text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (!inEnum || !matches || !fits) {
            differences.add(path + " must not be " + text);
        }
    }

    private static Set<String> typesOf(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.textValue()));
        } else {
            types.add(type.asText("unknown"));
        }
        return types;
    }

    private static String typeOf(JsonNode value, Set<String> wanted) {
        if (value.isNumber()) {
            return value.isIntegralNumber() && wanted.contains("integer") ? "integer" : "number";
        }
        return value.isTextual() ? "string" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
