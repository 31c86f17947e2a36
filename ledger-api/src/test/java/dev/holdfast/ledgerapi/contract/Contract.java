package dev.holdfast.ledgerapi.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The packaged {@code openapi.yaml}, and what a test asks of it. */
public final class Contract {

    private final JsonNode root;

    public Contract() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
            root = yaml.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    public JsonNode operation(Endpoint endpoint) {
        return root.path("paths")
                .path(endpoint.template())
                .path(endpoint.method().toLowerCase(Locale.ROOT));
    }

    /** The schema of an endpoint's request body. */
    public JsonNode requestSchema(Endpoint endpoint) {
        return resolve(operation(endpoint)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    /** The schema of an endpoint's answer with this status. */
    public JsonNode answerSchema(Endpoint endpoint, int status) {
        JsonNode answer = resolve(operation(endpoint).path("responses").path(Integer.toString(status)));
        return resolve(answer.path("content").path("application/json").path("schema"));
    }

    public Set<String> queryParameters(Endpoint endpoint) {
        Set<String> names = new TreeSet<>();
        for (JsonNode listed : operation(endpoint).path("parameters")) {
            JsonNode parameter = resolve(listed);
            if (parameter.path("in").textValue().equals("query")) {
                names.add(parameter.path("name").textValue());
            }
        }
        return names;
    }

    /** The values of the enum of a schema. */
    public List<String> enumOf(String schema, String... path) {
        JsonNode node = root.path("components").path("schemas").path(schema);
        for (String step : path) {
            node = node.path(step);
        }
        List<String> values = new ArrayList<>();
        node.path("enum").forEach(value -> values.add(value.textValue()));
        return values;
    }

    public JsonNode resolve(JsonNode node) {
        String ref = node.path("$ref").asText("");
        return ref.isEmpty() ? node : root.at(ref.substring(1));
    }

    public static Set<String> names(Iterator<String> fields) {
        Set<String> names = new TreeSet<>();
        fields.forEachRemaining(names::add);
        return names;
    }
}
