package dev.holdfast.ledgerapi.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.ApprovalBodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalRoutesIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private final ApiClient tenant = API.newTenant();

    private JsonNode decide(String path, String body) {
        Reply reply = tenant.post(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private String standing(String account) {
        JsonNode balance = tenant.get("/v1/ledger/accounts/" + account)
                .json()
                .get("balances")
                .get(0);
        return balance.get("available_balance").get("value") + "/"
                + balance.get("held_balance").get("value");
    }

    @ParameterizedTest
    @ValueSource(strings = {ApprovalBodies.FINAL, ApprovalBodies.PRE})
    void approvesTheWholeAmountAndMovesNothing(String path) {
        String account = tenant.openAccount("100");

        JsonNode answer = decide(path, ApprovalBodies.request(account, "30.5", ""));

        assertThat(answer.get("status").textValue()).isEqualTo("approved");
        assertThat(answer.get("approved_amount").toString()).isEqualTo("30.50");
        assertThat(answer.get("authorization_code").textValue()).matches("[A-Z0-9]{6}");
        assertThat(answer.get("reason").isNull()).isTrue();
        assertThat(standing(account)).isEqualTo("100.00/0.00");
    }

    /** The amounts at which Open Fabric's own test tenant misbehaves: what we may answer there, and what never. */
    @ParameterizedTest
    @CsvSource({
        // Within the funds: the whole amount, and neither half of it, nothing, more, an error, nor silence.
        "7950, 7999.99, false, approved, 7950.00",
        "7850, 7999.99, true,  approved, 7850.00",
        "7750, 7999.99, false, approved, 7750.00",
        "7650, 7999.99, true,  approved, 7650.00",
        "7550, 7999.99, false, approved, 7550.00",
        "7450, 7999.99, true,  approved, 7450.00",
        // Beyond them: the part that is there if the terminal can deal with it, else a decline of everything.
        "8000, 7999.99, false, declined, 0.00",
        "8000, 7999.99, true,  approved, 7999.99",
        "7950, 3975,    true,  approved, 3975.00",
        "7950, 3975,    false, declined, 0.00",
        // Never approved with nothing.
        "7550, 0.01,    false, declined, 0.00",
        "0,    7999.99, true,  declined, 0.00"
    })
    void neverApprovesTooMuchOrNothing(
            BigDecimal amount, String funds, boolean partial, String status, BigDecimal approved) {
        String account = tenant.openAccount(funds);
        String more = partial ? ApprovalBodies.PARTIAL_ALLOWED : "";

        JsonNode answer = decide(ApprovalBodies.FINAL, ApprovalBodies.request(account, amount.toString(), more));

        assertThat(answer.get("status").textValue()).isEqualTo(status);
        assertThat(answer.get("approved_amount").decimalValue()).isEqualByComparingTo(approved);
        assertThat(answer.get("authorization_code").isNull()).isEqualTo(status.equals("declined"));
        assertThat(answer.get("reason").isNull()).isEqualTo(status.equals("approved"));
    }

    @Test
    void answersARepeatAsItAnsweredTheFirstTime() {
        String account = tenant.openAccount("100");
        String body = ApprovalBodies.request(account, "30", "");
        Reply first = tenant.post(ApprovalBodies.FINAL, body);

        Reply again = tenant.post(ApprovalBodies.FINAL, body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(decide(ApprovalBodies.PRE, body).get("reason").textValue()).isEqualTo("duplicate");
    }

    @Test
    void declinesForTheCardThatIsNamed() {
        String account = tenant.openAccount("100");
        TestCards cards = new TestCards(API.engine());
        TestCard card = cards.issue(tenant, account);
        String named = ",\"static_token_id\":\"" + card.id() + "\"";
        JsonNode active = decide(ApprovalBodies.FINAL, ApprovalBodies.request(account, "1", named));
        cards.change(tenant, card, CardStatus.LOCKED);

        JsonNode locked = decide(ApprovalBodies.FINAL, ApprovalBodies.request(account, "1", named));

        assertThat(active.get("status").textValue()).isEqualTo("approved");
        assertThat(locked.get("reason").textValue()).isEqualTo("card_locked");
    }

    @Test
    void knowsNothingOfAnotherTenantsAccountOrCard() {
        String account = tenant.openAccount("100");
        TestCard card = new TestCards(API.engine()).issue(tenant, account);
        ApiClient stranger = API.newTenant();
        String theirs = stranger.openAccount("100");
        String named = ",\"device_id\":\"" + card.id() + "\"";

        JsonNode byAccount = stranger.post(ApprovalBodies.FINAL, ApprovalBodies.request(account, "1", ""))
                .json();
        JsonNode byCard = stranger.post(ApprovalBodies.FINAL, ApprovalBodies.request(theirs, "1", named))
                .json();

        assertThat(byAccount.get("reason").textValue()).isEqualTo("account_not_found");
        assertThat(byCard.get("status").textValue()).isEqualTo("approved");
    }

    @Test
    void showsTheDecisionAsAnAuthorization() {
        String account = tenant.openAccount("100");
        String id = decide(ApprovalBodies.FINAL, ApprovalBodies.request(account, "101", ""))
                .get("tenant_reference_id")
                .textValue();

        JsonNode shown = tenant.get("/v1/authorizations/" + id).json();

        assertThat(shown.findValue("function").textValue()).isEqualTo("approval");
        assertThat(shown.findValue("reasons").findValuesAsText("code")).containsExactly("insufficient_funds");
    }

    @Test
    void refusesAnAmountWithoutItsCurrency() {
        String account = tenant.openAccount("100");
        Reply reply =
                tenant.post(ApprovalBodies.FINAL, ApprovalBodies.request(account, "1.005", ",\"billing_amount\":1"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("details").findValuesAsText("param"))
                .containsExactlyInAnyOrder("amount", "billing_currency_code");
    }
}
