package dev.holdfast.ledgerapi.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.NetworkBodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationQueriesIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String AUTHORIZATIONS = "/v1/network/authorizations";

    private final ApiClient tenant = API.newTenant();
    private final TestCard card = new TestCards(API.engine()).issue(tenant, tenant.openAccount("100"));

    @Test
    void explainsAnAuthorizationWithAllThatFollowed() {
        String id = authorize("40", ",\"kind\":\"pre_authorization\"");
        tenant.post(AUTHORIZATIONS + "/" + id + "/reversals", NetworkBodies.statement(card, "40", left("30")));
        String record = ",\"reference\":\"arn\",\"authorization_id\":\"" + id + "\"";
        tenant.post(
                "/v1/network/presentments",
                NetworkBodies.record(card, "pre_auth_partial", "consumer_debit", "12", record));

        JsonNode page = tenant.get("/v1/authorizations/" + id).json();

        assertThat(page.get("tenant_account_ref").textValue()).isEqualTo(card.account());
        assertThat(page.get("messages").findValuesAsText("function"))
                .containsExactly("authorization", "reversal", "clearing");
        JsonNode payment = page.get("payment");
        assertThat(payment.get("facts").findValuesAsText("fact"))
                .containsExactly("captured", "pre_authorized", "reversed");
        assertThat(payment.get("held_amount").get("value").asText()).isEqualTo("18.00");
        assertThat(payment.get("charged_amount").get("value").asText()).isEqualTo("12.00");
        assertThat(payment.get("expires_at").isNull()).isFalse();
        assertThat(page.get("entries").get("data").findValuesAsText("operation"))
                .containsExactly("hold_balance", "restore_balance", "debit_hold_balance");
    }

    @Test
    void explainsADecline() {
        String id = authorize("101", "");

        JsonNode page = tenant.get("/v1/authorizations/" + id).json();

        JsonNode message = page.get("messages").get(0);
        assertThat(message.get("reasons").findValuesAsText("code")).containsExactly("insufficient_funds");
        assertThat(message.get("details").get("mcc").intValue()).isEqualTo(5411);
        assertThat(page.get("payment").isNull()).isTrue();
        assertThat(page.get("entries").get("data")).isEmpty();
    }

    @Test
    void listsTheRequestsOfACardPageByPageTheNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(authorize("1", ""));
        }
        authorize("1000", "");
        Collections.reverse(ids);

        List<String> listed = new ArrayList<>();
        String query = "?card_id=" + card.id() + "&response=approved&limit=2";
        String cursor = "";
        while (cursor != null) {
            JsonNode page = tenant.get("/v1/authorizations" + query + cursor).json();
            listed.addAll(page.get("data").findValuesAsText("authorization_id"));
            JsonNode next = page.get("next_cursor");
            cursor = next.isNull() ? null : "&cursor=" + next.textValue();
        }

        assertThat(listed).isEqualTo(ids);
    }

    @Test
    void tellsAnotherTenantNothing() {
        String id = authorize("1", "");
        ApiClient stranger = API.newTenant();

        assertThat(stranger.get("/v1/authorizations/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/v1/authorizations?card_id=" + card.id()).status())
                .isEqualTo(404);
        assertThat(stranger.get("/v1/authorizations?account_ref=" + card.account())
                        .json()
                        .get("data"))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoQuery() {
        Reply reply = tenant.get("/v1/authorizations?card_id=x&response=maybe&from=now&limit=0");

        assertThat(reply.json().findValuesAsText("param")).containsExactly("card_id", "response", "from", "limit");
        assertThat(tenant.get("/v1/authorizations?account_ref=a&cursor=zz.zz").status())
                .isEqualTo(400);
        assertThat(tenant.get("/v1/authorizations/1").status()).isEqualTo(400);
    }

    private String authorize(String value, String more) {
        return tenant.post(AUTHORIZATIONS, NetworkBodies.purchase(card, NetworkBodies.trace(), value, more))
                .json()
                .get("authorization_id")
                .textValue();
    }

    private static String left(String value) {
        return ",\"left\":{\"value\":" + value + ",\"currency\":\"PHP\"}";
    }
}
