package dev.holdfast.ledgerapi.network;

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

import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkRoutesIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String AUTHORIZATIONS = "/v1/network/authorizations";
    private static final String PRE = ",\"kind\":\"pre_authorization\"";

    private final ApiClient tenant = API.newTenant();
    private final TestCards cards = new TestCards(API.engine());

    private TestCard card(String deposit) {
        return cards.issue(tenant, tenant.openAccount(deposit));
    }

    @Test
    void debitsWhatIsApproved() {
        TestCard card = card("100");

        Reply reply = authorize(NetworkBodies.purchase(card, NetworkBodies.trace(), "30.50", ""));

        assertThat(reply.status()).isEqualTo(200);
        JsonNode answer = reply.json();
        assertThat(answer.get("response").textValue()).isEqualTo("approved");
        assertThat(answer.get("response_code").textValue()).isEqualTo("00");
        assertThat(answer.get("approval_code").textValue()).matches("[A-Z0-9]{6}");
        assertThat(answer.get("approved_amount").toString()).isEqualTo("{\"value\":30.50,\"currency\":\"PHP\"}");
        assertThat(answer.get("available").toString()).isEqualTo("{\"value\":69.50,\"currency\":\"PHP\"}");
        assertThat(answer.get("decided_by").textValue()).isEqualTo("issuer");
        assertThat(standing(card)).isEqualTo("69.50/0.00");
    }

    @Test
    void takesAPaymentThroughItsWholeLife() {
        TestCard card = card("100");
        String id = authorize(NetworkBodies.purchase(card, NetworkBodies.trace(), "30", PRE))
                .json()
                .get("authorization_id")
                .textValue();
        assertThat(standing(card)).isEqualTo("70.00/30.00");

        Reply increment = tenant.post(
                AUTHORIZATIONS + "/" + id + "/increments",
                NetworkBodies.purchase(card, NetworkBodies.trace(), "10", PRE));
        assertThat(increment.json().get("response").textValue()).isEqualTo("approved");
        assertThat(standing(card)).isEqualTo("60.00/40.00");

        Reply reversal = tenant.post(
                AUTHORIZATIONS + "/" + id + "/reversals",
                NetworkBodies.statement(card, "30", ",\"left\":{\"value\":25,\"currency\":\"PHP\"}"));
        assertThat(reversal.json().get("response").textValue()).isEqualTo("taken");
        assertThat(standing(card)).isEqualTo("65.00/35.00");

        String record = NetworkBodies.record(
                card,
                "pre_auth_final",
                "consumer_debit",
                "20",
                ",\"reference\":\"arn-1\",\"authorization_id\":\"" + id + "\"");
        Reply presented = tenant.post("/v1/network/presentments", record);
        assertThat(presented.json().get("flags")).isEmpty();
        assertThat(presented.json().get("payment_id"))
                .isEqualTo(increment.json().get("payment_id"));
        assertThat(standing(card)).isEqualTo("80.00/0.00");

        Reply again = tenant.post("/v1/network/presentments", record);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(presented.text());
    }

    @Test
    void holdsAgainWhatHadExpiredAndKeepsWhoSaidSo() {
        TestCard card = card("100");
        JsonNode held = authorize(NetworkBodies.purchase(card, NetworkBodies.trace(), "30", PRE))
                .json();
        String id = held.get("authorization_id").textValue();
        String about = ",\"reference\":\"exp-1\",\"authorization_id\":\"" + id + "\"";
        tenant.post(
                "/v1/network/presentments",
                NetworkBodies.record(card, "pre_auth_expiry", "consumer_credit", "30", about));
        assertThat(standing(card)).isEqualTo("100.00/0.00");
        String body =
                "{\"tenant_account_ref\":\"%s\",\"payment_id\":%s,\"operator\":\"j.cruz\",\"idempotency_key\":\"k\"}"
                        .formatted(card.account(), held.get("payment_id"));

        Reply taken = tenant.post("/v1/payments/unexpire", body);
        Reply again = tenant.post("/v1/payments/unexpire", body);

        assertThat(taken.json().get("flags")).isEmpty();
        assertThat(again.text()).isEqualTo(taken.text());
        assertThat(standing(card)).isEqualTo("70.00/30.00");
        assertThat(tenant.get("/v1/authorizations/" + id).text()).contains("\"operator\":\"j.cruz\"");
    }

    @Test
    void declinesWithEveryReason() {
        TestCard card = card("10");
        String proof = ",\"expiry\":\"2020-01\"";

        JsonNode answer = authorize(NetworkBodies.purchase(card, NetworkBodies.trace(), "11", proof))
                .json();

        assertThat(answer.get("response").textValue()).isEqualTo("declined");
        assertThat(answer.get("response_code").textValue()).isEqualTo("54");
        assertThat(answer.get("reasons").findValuesAsText("code"))
                .containsExactly("expiry_mismatch", "insufficient_funds");
        assertThat(answer.get("approval_code").isNull()).isTrue();
        assertThat(standing(card)).isEqualTo("10.00/0.00");
    }

    @Test
    void answersARepeatAsItAnsweredTheFirstTime() {
        TestCard card = card("100");
        String body = NetworkBodies.purchase(card, NetworkBodies.trace(), "30", "");
        Reply first = authorize(body);

        Reply again = authorize(body.replace("{\"card_id\"", "{\"repeat\":true,\"card_id\""));

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(standing(card)).isEqualTo("70.00/0.00");
    }

    @Test
    void findsACardByItsNumberAndChecksItsValue() {
        TestCard card = card("100");
        String byNumber = "\"pan\":\"" + card.pan() + "\"";
        String byToken = "\"card_id\":\"" + card.id() + "\"";
        String right = NetworkBodies.purchase(card, NetworkBodies.trace(), "1", ",\"cvv2\":\"" + card.cvv2() + "\"")
                .replace(byToken, byNumber);
        String wrong = NetworkBodies.purchase(
                        card, NetworkBodies.trace(), "1", ",\"cvv2\":\"" + other(card.cvv2()) + "\"")
                .replace(byToken, byNumber);

        JsonNode matched = authorize(right).json();
        JsonNode mismatched = authorize(wrong).json();

        assertThat(matched.get("cvv2_check").textValue()).isEqualTo("match");
        assertThat(matched.get("response").textValue()).isEqualTo("approved");
        assertThat(mismatched.get("response_code").textValue()).isEqualTo("63");
        assertThat(mismatched.toString()).doesNotContain(card.pan());
    }

    private static String other(String digits) {
        return digits.equals("123") ? "321" : "123";
    }

    @Test
    void doesNotFindAnotherTenantsCard() {
        TestCard card = card("100");
        ApiClient stranger = API.newTenant();
        String byToken = NetworkBodies.purchase(card, NetworkBodies.trace(), "1", "");
        String byNumber = byToken.replace("\"card_id\":\"" + card.id(), "\"pan\":\"" + card.pan());

        for (String body : new String[] {byToken, byNumber}) {
            JsonNode answer = stranger.post(AUTHORIZATIONS, body).json();
            assertThat(answer.get("response_code").textValue()).isEqualTo("14");
            assertThat(answer.get("authorization_id").isNull()).isTrue();
            assertThat(answer.get("available").isNull()).isTrue();
        }
        Reply record = stranger.post(
                "/v1/network/presentments",
                NetworkBodies.record(card, "refund", "consumer_credit", "5", ",\"reference\":\"r\""));
        assertThat(record.status()).isEqualTo(404);
        assertThat(standing(card)).isEqualTo("100.00/0.00");
    }

    @Test
    void letsOnlyTheAnswerBeVoidWhereItCameTooLate() {
        TestCard card = card("100");
        String trace = NetworkBodies.trace();
        String id = authorize(NetworkBodies.purchase(card, trace, "30", PRE))
                .json()
                .get("authorization_id")
                .textValue();
        tenant.post(
                AUTHORIZATIONS + "/" + id + "/reversals",
                NetworkBodies.statement(card, "30", ",\"reason\":\"late_answer\",\"advice\":true"));
        assertThat(standing(card)).isEqualTo("100.00/0.00");

        Reply advice = tenant.post(
                "/v1/network/advices",
                NetworkBodies.statement(
                        card,
                        "20",
                        ",\"type\":\"purchase\",\"kind\":\"pre_authorization\",\"response\":\"approved\",\"original\":"
                                + trace));

        assertThat(advice.json().get("authorization_id").textValue()).isEqualTo(id);
        assertThat(standing(card)).isEqualTo("80.00/20.00");
    }

    @Test
    void takesRecordsThatNameTheAccountOnly() {
        TestCard card = card("100");
        String record = NetworkBodies.record(
                        card, "fee_collection_debit", "consumer_debit", "7", ",\"reference\":\"f\"")
                .replace("\"card_id\":\"" + card.id(), "\"tenant_account_ref\":\"" + card.account());

        assertThat(tenant.post("/v1/network/presentments", record)
                        .json()
                        .get("response")
                        .textValue())
                .isEqualTo("taken");
        assertThat(standing(card)).isEqualTo("93.00/0.00");
    }

    @Test
    void declinesWhatComesAfterItsDeadline() {
        TestCard card = card("100");
        String late = "{\"stan\":\"000001\",\"transmitted_at\":\"2026-01-31T12:00:00Z\"}";

        JsonNode answer = authorize(NetworkBodies.purchase(card, late, "1", "")).json();

        assertThat(answer.get("decided_by").textValue()).isEqualTo("deadline");
        assertThat(answer.get("response_code").textValue()).isEqualTo("91");
        assertThat(answer.get("available").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};type card_id trace amounts",
                "{'card_id':'x','type':'sale','trace':{},'amounts':{}};card_id type trace.stan trace.transmitted_at amounts.transaction",
                "{'pan':'4111111111111112','type':'purchase','trace':{'stan':'1','transmitted_at':'noon','acquirer':'x'},'amounts':{'transaction':{'value':-1,'currency':'PHP'}}};pan trace.stan trace.transmitted_at trace.acquirer amounts.transaction.value",
                "{'pan':1,'expiry':'2029-13','cvv2':'12','pin_block':'00','address':{'postal_code':'!','street_digits':'a'},'repeat':1};pan expiry cvv2 pin_block address.postal_code address.street_digits repeat type trace amounts",
                "{'merchant':{'id':'','mcc':'1','country':'ph','terminal':1},'network':{'name':1,'id':2,'original_id':3},'entry_mode':'x','channel':'y','kind':'z'};merchant.id merchant.mcc merchant.country merchant.terminal network.name network.id network.original_id entry_mode channel kind type card_id trace amounts"
            })
    void namesEveryBadField(String body, String params) {
        Reply reply = authorize(body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().findValuesAsText("param").stream().collect(Collectors.joining(" ")))
                .isEqualTo(params);
        assertThat(reply.text()).doesNotContain("4111111111111112");
    }

    @Test
    void refusesAPathWithoutAnId() {
        Reply reply = tenant.post(AUTHORIZATIONS + "/nonsense/reversals", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().findValuesAsText("param")).containsExactly("authorization_id");
    }

    private Reply authorize(String body) {
        return tenant.post(AUTHORIZATIONS, body);
    }

    /** Available and held. */
    private String standing(TestCard card) {
        JsonNode balance = tenant.get("/v1/ledger/accounts/" + card.account())
                .json()
                .get("balances")
                .get(0);
        return balance.get("available_balance").get("value").asText() + "/"
                + balance.get("held_balance").get("value").asText();
    }
}
