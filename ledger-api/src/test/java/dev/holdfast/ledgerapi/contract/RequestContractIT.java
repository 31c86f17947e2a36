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
import java.util.Arrays;
import java.util.HashSet;
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

    private final ApiClient tenant = API.newTenant();

    static Stream<Endpoint> endpointsWithABody() {
        return Arrays.stream(Endpoint.values()).filter(Endpoint::takesBody);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void readsExactlyTheMembersOfTheContract(Endpoint endpoint) {
        JsonNode schema = CONTRACT.requestSchema(endpoint);

        assertThat(spoiltMembers(endpoint, ""))
                .isEqualTo(Contract.names(schema.path("properties").fieldNames()));
        for (String object : new String[] {"amount", "credit_limit", "balances"}) {
            JsonNode member = CONTRACT.resolve(schema.path("properties").path(object));
            JsonNode nested = CONTRACT.resolve(member.has("items") ? member.get("items") : member);
            assertThat(spoiltMembers(endpoint, object))
                    .as(object)
                    .isEqualTo(Contract.names(nested.path("properties").fieldNames()));
        }
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void requiresExactlyWhatTheContractRequires(Endpoint endpoint) {
        Set<String> required = new TreeSet<>();
        CONTRACT.requestSchema(endpoint).path("required").forEach(name -> required.add(name.textValue()));
        if (endpoint == Endpoint.CHANGE_ACCOUNT) {
            // At least one of two, which a list of required members cannot say.
            required.add("status");
        }

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

    /** The members, of the body or of an object in it, that are complained about when all candidates are spoilt. */
    private Set<String> spoiltMembers(Endpoint endpoint, String object) {
        ObjectNode spoilt = ApiClient.newObject();
        CANDIDATES.forEach(candidate -> spoilt.put(candidate, true));
        String body =
                switch (object) {
                    case "" -> spoilt.toString();
                    case "balances" -> "{\"balances\":[" + spoilt + "]}";
                    default -> "{\"" + object + "\":" + spoilt + "}";
                };
        String prefix =
                switch (object) {
                    case "" -> "";
                    case "balances" -> "balances.0.";
                    default -> object + ".";
                };
        return complaints(send(endpoint, body, ""), prefix);
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
        String path = endpoint.template().replaceAll("\\{[a-z_]+}", "a") + query;
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
