package dev.holdfast.ledgerapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which members and parameters the code knows, found out by spoiling each name that the contract or the code's own text
 * mentions: a name that the code reads is complained about, any other is ignored.
 */
class RequestContractIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final Contract CONTRACT = new Contract();
    private static final Set<String> CANDIDATES = candidates();

    /** At least one of two, which a list of required members cannot say. */
    private static final Map<Endpoint, Set<String>> ONE_OF_TWO = Map.of(
            Endpoint.CHANGE_ACCOUNT, Set.of("status"),
            Endpoint.AUTHORIZE, Set.of("card_id"),
            Endpoint.INCREMENT_AUTHORIZATION, Set.of("card_id"),
            Endpoint.REVERSE_AUTHORIZATION, Set.of("card_id"),
            Endpoint.PRESENT, Set.of("card_id"),
            Endpoint.ADVISE, Set.of("card_id"));

    /** Whatever a path names: a reference, or an id. */
    private static final String ANY_ID = "0c6fd1b3-5b9e-8d6f-9f13-5f0d4bb1a0f2";

    private final ApiClient tenant = API.newTenant();

    static Stream<Endpoint> endpointsWithAJsonBody() {
        return Arrays.stream(Endpoint.values()).filter(endpoint -> endpoint.takesBody() && !endpoint.takesForm());
    }

    @ParameterizedTest
    @MethodSource("endpointsWithAJsonBody")
    void readsExactlyTheMembersOfTheContract(Endpoint endpoint) {
        compareMembers(endpoint, CONTRACT.requestSchema(endpoint), List.of());
    }

    /** Compares the members of the body, or of an object in it, and of the objects in that one. */
    private void compareMembers(Endpoint endpoint, JsonNode schema, List<String> path) {
        assertThat(spoiltMembers(endpoint, path))
                .as(String.join(".", path))
                .isEqualTo(Contract.names(schema.path("properties").fieldNames()));
        schema.path("properties").properties().forEach(member -> {
            JsonNode listed = CONTRACT.resolve(member.getValue());
            boolean array = listed.has("items");
            JsonNode nested = CONTRACT.resolve(array ? listed.get("items") : listed);
            if (nested.has("properties")) {
                List<String> inner = new ArrayList<>(path);
                inner.add(array ? member.getKey() + "[]" : member.getKey());
                compareMembers(endpoint, nested, inner);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("endpointsWithAJsonBody")
    void requiresExactlyWhatTheContractRequires(Endpoint endpoint) {
        Set<String> required = new TreeSet<>();
        CONTRACT.requestSchema(endpoint).path("required").forEach(name -> required.add(name.textValue()));
        ONE_OF_TWO.getOrDefault(endpoint, Set.of()).forEach(required::add);

        assertThat(complaints(send(endpoint, "{}", ""), "")).isEqualTo(required);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"SHOW_ACCOUNT", "LIST_.*", "SHOW_BALANCE", "SHOW_TR.*"})
    void readsExactlyTheParametersOfTheContract(Endpoint endpoint) {
        Set<String> read = new TreeSet<>();
        for (String candidate : CANDIDATES) {
            read.addAll(complaints(send(endpoint, "", "?" + candidate + "=%01"), ""));
        }

        assertThat(read).isEqualTo(CONTRACT.queryParameters(endpoint));
    }

    /**
     * The members, of the body or of an object in it, that are complained about when all candidates are spoilt. What
     * spoils a flag does not spoil a number, and the other way round.
     */
    private Set<String> spoiltMembers(Endpoint endpoint, List<String> path) {
        ObjectNode flags = ApiClient.newObject();
        ObjectNode numbers = ApiClient.newObject();
        CANDIDATES.forEach(candidate -> flags.put(candidate, true));
        CANDIDATES.forEach(candidate -> numbers.put(candidate, 1));
        Set<String> spoilt = new TreeSet<>(complaintsAbout(endpoint, path, flags));
        spoilt.addAll(complaintsAbout(endpoint, path, numbers));
        return spoilt;
    }

    private Set<String> complaintsAbout(Endpoint endpoint, List<String> path, ObjectNode members) {
        String body = members.toString();
        StringBuilder prefix = new StringBuilder();
        for (int i = path.size() - 1; i >= 0; i--) {
            String name = path.get(i);
            boolean array = name.endsWith("[]");
            String member = array ? name.substring(0, name.length() - 2) : name;
            body = "{\"" + member + "\":" + (array ? "[" + body + "]" : body) + "}";
            prefix.insert(0, member + (array ? ".0." : "."));
        }
        return complaints(send(endpoint, body, ""), prefix.toString()).stream()
                .filter(name -> !name.contains("."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> complaints(Reply reply, String prefix) {
        Set<String> params = new HashSet<>();
        for (JsonNode detail : reply.json().path("details")) {
            String param = detail.get("param").textValue();
            if (param.startsWith(prefix)) {
                params.add(param.substring(prefix.length()));
            }
        }
        return new TreeSet<>(params);
    }

    private Reply send(Endpoint endpoint, String body, String query) {
        String path = endpoint.template().replaceAll("\\{[a-z_]+}", ANY_ID) + query;
        return tenant.send(tenant.request(path)
                .method(endpoint.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static Set<String> candidates() {
        Set<String> names = new TreeSet<>();
        CONTRACT.root()
                .findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(names::add));
        Arrays.stream(Endpoint.values()).forEach(endpoint -> names.addAll(CONTRACT.queryParameters(endpoint)));
        names.addAll(namesInTheCode());
        return names;
    }

    /** Every quoted word of the code that looks like a name on the wire. */
    private static Set<String> namesInTheCode() {
        Pattern quoted = Pattern.compile("\"([a-z]+(?:_[a-z]+)*)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> quoted.matcher(textOf(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
