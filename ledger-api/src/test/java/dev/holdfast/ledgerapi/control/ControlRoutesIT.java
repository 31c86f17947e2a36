package dev.holdfast.ledgerapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.NetworkBodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ControlRoutesIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String CONTROL = "/v1/controls/small";

    private final ApiClient tenant = API.newTenant();

    private static String rules(String max) {
        return "\"rules\":[{\"type\":\"amount_limit\",\"name\":\"max\",\"max_amount\":" + max
                + ",\"currency\":\"PHP\"}]";
    }

    private void step(String status) {
        Reply reply = tenant.put(CONTROL + "/status", "{\"number\":1,\"status\":\"" + status + "\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().get("status").textValue()).isEqualTo(status);
    }

    private JsonNode spend(TestCard card) {
        return tenant.post("/v1/network/authorizations", NetworkBodies.purchase(card, NetworkBodies.trace(), "20", ""))
                .json();
    }

    @Test
    void takesAControlFromDraftToDecliningAndAwayAgain() {
        TestCard card = new TestCards(API.engine()).issue(tenant, tenant.openAccount("100"));
        String assignments = "/v1/accounts/" + card.account() + "/controls";
        assertThat(tenant.post(CONTROL + "/versions", "{" + rules("5") + "}").status())
                .isEqualTo(201);
        JsonNode changed = tenant.put(CONTROL + "/draft", "{\"number\":1," + rules("10.10") + "}")
                .json();
        assertThat(changed.get("rules").get(0).get("max_amount").decimalValue()).isEqualByComparingTo("10.1");
        String assign = "{\"control\":\"small\",\"card_id\":\"" + card.id() + "\",\"assigned\":true}";
        assertThat(tenant.put(assignments, assign).json().get("data").toString())
                .isEqualTo("[\"small\"]");

        step("shadow");
        JsonNode watched = spend(card);
        step("active");
        JsonNode declined = spend(card);

        assertThat(watched.get("flags").toString()).isEqualTo("[\"shadow_declined\"]");
        assertThat(declined.get("reasons").findValuesAsText("code")).containsExactly("control_amount");
        assertThat(tenant.put(assignments, assign.replace("true", "false")).status())
                .isEqualTo(200);
        assertThat(spend(card).get("response").textValue()).isEqualTo("approved");
        step("retired");
    }

    @Test
    void showsTheNewestVersionOrTheOneAskedForWithItsRules() {
        String first =
                tenant.post(CONTROL + "/versions", "{" + rules("5") + "}").text();
        assertThat(tenant.get(CONTROL).text()).isEqualTo(first);
        String second =
                tenant.post(CONTROL + "/versions", "{" + rules("7") + "}").text();

        assertThat(tenant.get(CONTROL).text()).isEqualTo(second);
        assertThat(tenant.get(CONTROL + "?number=1").text()).isEqualTo(first);
        step("shadow");
        JsonNode shown = tenant.get(CONTROL + "?number=1").json();
        assertThat(shown.get("status").textValue()).isEqualTo("shadow");
        assertThat(shown.get("rules").get(0).get("max_amount").decimalValue()).isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @CsvSource({"?number=3,404", "?number=0,400", "?number=1001,400", "?number=one,400", "?number=,400"})
    void showsNoVersionThatIsNotThere(String query, int status) {
        tenant.post(CONTROL + "/versions", "{" + rules("5") + "}");

        Reply reply = tenant.get(CONTROL + query);

        assertThat(reply.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(reply.json().findValuesAsText("param")).containsExactly("number");
        }
        assertThat(API.newTenant().get(CONTROL + "?number=1").status()).isEqualTo(404);
        assertThat(API.newTenant().get(CONTROL).status()).isEqualTo(404);
    }

    @Test
    void refusesToChangeAndDoesNotFindAControlWithANameBeyondItsBound() {
        String name = "x".repeat(65);
        String control = "/v1/controls/" + name;
        List<Reply> refused = List.of(
                tenant.post(control + "/versions", "{" + rules("5") + "}"),
                tenant.put(control + "/draft", "{\"number\":1," + rules("5") + "}"),
                tenant.put(control + "/status", "{\"number\":1,\"status\":\"active\"}"),
                tenant.put(
                        "/v1/accounts/" + tenant.openAccount("1") + "/controls",
                        "{\"control\":\"" + name + "\",\"assigned\":true}"));

        assertThat(refused).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().findValuesAsText("param")).containsExactly("control");
        });
        assertThat(tenant.get(control).status()).isEqualTo(404);
        assertThat(tenant.get(control + "?number=1").status()).isEqualTo(404);
        assertThat(tenant.get(control + "/versions").status()).isEqualTo(404);
    }

    @Test
    void namesThePlaceOfABadRule() {
        Reply reply = tenant.post(CONTROL + "/versions", "{" + rules("-1") + "}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("details").findValuesAsText("param")).containsExactly("rules.0.max_amount");
    }

    @Test
    void doesNotAssignToAnotherTenantsCard() {
        ApiClient stranger = API.newTenant();
        TestCard card = new TestCards(API.engine()).issue(stranger, stranger.openAccount("100"));
        tenant.post(CONTROL + "/versions", "{" + rules("5") + "}");

        Reply reply = tenant.put(
                "/v1/accounts/" + tenant.openAccount("1") + "/controls",
                "{\"control\":\"small\",\"card_id\":\"" + card.id() + "\",\"assigned\":true}");

        assertThat(reply.json().get("error_code").textValue()).isEqualTo("card_not_found");
    }

    @Test
    void changesSettingsOnlyFromTheVersionThatWasRead() {
        JsonNode before = tenant.get("/v1/program").json();
        String settings = before.get("settings")
                .toString()
                .replace("\"decision_deadline_ms\":2000", "\"decision_deadline_ms\":1500");
        String body = "{\"version\":0,\"settings\":" + settings + "}";

        Reply changed = tenant.put("/v1/program", body);
        Reply again = tenant.put("/v1/program", body);

        assertThat(changed.json().get("version").intValue()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(409);
        assertThat(tenant.get("/v1/program")
                        .json()
                        .get("settings")
                        .get("decision_deadline_ms")
                        .intValue())
                .isEqualTo(1500);
    }
}
