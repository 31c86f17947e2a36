package dev.holdfast.ledgerapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.HoldStatus;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.clearing.ClearingType;
import dev.holdfast.engine.clearing.TransferType;
import dev.holdfast.engine.client.Scope;
import dev.holdfast.engine.control.Channel;
import dev.holdfast.engine.control.EntryMode;
import dev.holdfast.engine.network.DecidedBy;
import dev.holdfast.engine.network.Flag;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.Response;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTest {

    private final Contract contract = new Contract();

    @Test
    void listsExactlyTheEndpointsOfTheCode() {
        Set<String> listed = new TreeSet<>();
        contract.root()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        listed.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Endpoint.values())
                        .map(endpoint -> endpoint.method() + " " + endpoint.template())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void describesTheEndpoint(Endpoint endpoint) {
        JsonNode operation = contract.operation(endpoint);

        assertThat(operation.path("operationId").textValue())
                .isEqualTo(endpoint.name().toLowerCase(Locale.ROOT));
        assertThat(operation.path("summary").textValue()).isNotBlank();
        assertThat(operation.path("security").toString()).isEqualTo(securityOf(endpoint));
        assertThat(operation.has("requestBody")).isEqualTo(endpoint.takesBody());
        Set<String> statuses = Contract.names(operation.path("responses").fieldNames());
        if (!endpoint.isPublic()) {
            assertThat(statuses).contains("401", "403", "500", "503");
        }
        if (endpoint.takesBody()) {
            assertThat(statuses).contains("400", "408", "413", "415");
        }
    }

    private static String securityOf(Endpoint endpoint) {
        if (endpoint.isPublic()) {
            return endpoint.takesForm() ? "[{\"basicClient\":[]},{}]" : "[]";
        }
        return "[{\"apiKey\":[]},{\"clientCredentials\":[\"" + endpoint.scope().text() + "\"]}]";
    }

    @Test
    void listsEveryScopeWithBothSpellings() {
        JsonNode listed =
                contract.root().at("/components/securitySchemes/clientCredentials/flows/clientCredentials/scopes");

        assertThat(Contract.names(listed.fieldNames()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Scope.values()).map(Scope::text).toList());
        for (Scope scope : Scope.values()) {
            assertThat(listed.path(scope.text()).textValue()).contains("`" + scope.olderText() + "`");
        }
    }

    @Test
    void resolvesEveryReference() {
        contract.root()
                .findValues("$ref")
                .forEach(ref -> assertThat(
                                contract.root().at(ref.textValue().substring(1)).isMissingNode())
                        .as(ref.textValue())
                        .isFalse());
    }

    @Test
    void listsTheValuesOfTheCode() {
        assertThat(contract.enumOf("Error", "properties", "error_code"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
        assertThat(contract.enumOf("ErrorDetail", "properties", "error_code"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DetailCode.values()).map(DetailCode::code).toList());
        assertThat(contract.enumOf("Refusal", "properties", "code"))
                .containsExactlyElementsOf(Arrays.stream(RefusalReason.values())
                        .map(RefusalReason::code)
                        .toList());
        assertThat(contract.enumOf("ChartAccount"))
                .containsExactlyElementsOf(Arrays.stream(LedgerCode.values())
                        .map(LedgerCode::label)
                        .toList());
        assertThat(contract.enumOf("Hold", "properties", "status"))
                .containsExactlyElementsOf(Arrays.stream(HoldStatus.values())
                        .map(HoldStatus::label)
                        .toList());
        assertThat(contract.enumOf("Account", "properties", "status"))
                .containsExactlyElementsOf(Arrays.stream(AccountStatus.values())
                        .map(AccountStatus::label)
                        .toList());
    }

    @Test
    void listsTheWordsOfTheCardNetwork() {
        assertWords("CardStatus", CardStatus.class);
        assertWords("EntryMode", EntryMode.class);
        assertWords("Channel", Channel.class);
        assertWords("TransactionType", TransactionType.class);
        assertWords("ClearingType", ClearingType.class);
        assertWords("TransferType", TransferType.class);
        assertWords("Response", Response.class);
        assertWords("DecidedBy", DecidedBy.class);
        assertWords("DeclineReason", DeclineReason.class);
        assertWords("MessageFlag", Flag.class);
        assertWords("MessageFunction", MessageFunction.class);
    }

    private <E extends Enum<E>> void assertWords(String schema, Class<E> words) {
        assertThat(contract.enumOf(schema))
                .as(schema)
                .containsExactlyElementsOf(Arrays.stream(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void givesEveryErrorItsStatusAndMessageInAnExample() {
        Set<String> shown = new TreeSet<>();
        for (JsonNode response : contract.root().path("components").path("responses")) {
            for (JsonNode example :
                    response.path("content").path("application/json").path("examples")) {
                JsonNode value = example.path("value");
                shown.add(value.path("error_code").textValue());
                assertThat(value.path("message").textValue())
                        .isEqualTo(ErrorCode.valueOf(
                                        value.path("error_code").textValue().toUpperCase(Locale.ROOT))
                                .message());
            }
        }

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    void hasExamplesThatFollowTheirSchemas(Endpoint endpoint) {
        JsonNode body =
                contract.operation(endpoint).path("requestBody").path("content").path("application/json");
        for (JsonNode example : examplesOf(body)) {
            assertThat(SchemaCheck.ofRequest(contract, body.path("schema"), example))
                    .isEmpty();
        }
        contract.operation(endpoint).path("responses").forEach(listed -> {
            JsonNode content = contract.resolve(listed).path("content").path("application/json");
            for (JsonNode example : examplesOf(content)) {
                assertThat(SchemaCheck.ofAnswer(contract, content.path("schema"), example))
                        .isEmpty();
            }
        });
    }

    private static Iterable<JsonNode> examplesOf(JsonNode content) {
        if (content.has("example")) {
            return Set.of(content.get("example"));
        }
        return content.path("examples").findValues("value").stream()
                .filter(JsonNode::isObject)
                .toList();
    }
}
