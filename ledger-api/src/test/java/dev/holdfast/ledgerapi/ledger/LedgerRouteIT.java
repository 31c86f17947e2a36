package dev.holdfast.ledgerapi.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerRouteIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private ApiClient tenant = API.newTenant();
    private String account = "";

    @BeforeEach
    void openAccount() {
        tenant = API.newTenant();
        account = tenant.openAccount("500.00");
    }

    @Test
    void holdsCapturesAndReleases() {
        JsonNode held =
                post("hold_balance", Bodies.operation(account, "120.10")).json();
        String hold = held.get("tenant_hold_balance_ref").textValue();
        String onHold = Bodies.member("tenant_hold_balance_ref", hold);

        assertThat(held.toString()).contains("\"success\":true", "\"value\":379.90", "\"error\":null");
        JsonNode captured = post("debit_hold_balance", Bodies.operation(account, "k2", "20.10", onHold))
                .json();
        assertThat(captured.get("tenant_hold_balance_ref").textValue()).isEqualTo(hold);
        assertThat(captured.get("hold_balance").toString()).isEqualTo("{\"value\":100.00,\"currency\":\"PHP\"}");
        JsonNode returned = post("credit_hold_balance", Bodies.operation(account, "k3", "0.10", onHold))
                .json();
        assertThat(returned.get("hold_balance").get("value").toString()).isEqualTo("100.10");
        JsonNode restored = post("restore_balance", Bodies.operation(account, "k4", "100.10", onHold))
                .json();
        assertThat(restored.get("tenant_balance_ref").textValue()).isEqualTo("default");
        assertThat(restored.get("available_balance").get("value").toString()).isEqualTo("480.00");
    }

    @Test
    void releasesAllThatRemainsWithoutAnAmount() {
        JsonNode held =
                post("hold_balance", Bodies.operation(account, "120.10")).json();
        String body = ("{\"transaction_id\":\"t\",\"tenant_account_ref\":\"%s\",\"idempotency_key\":\"k\","
                        + "\"of_action_ref\":\"o\",\"tenant_hold_balance_ref\":\"%s\"}")
                .formatted(account, held.get("tenant_hold_balance_ref").textValue());

        JsonNode restored = post("restore_balance", body).json();

        assertThat(restored.get("available_balance").get("value").toString()).isEqualTo("500.00");
    }

    @Test
    void debitsAndCreditsTheDefaultBalance() {
        assertThat(post("debit_balance", Bodies.operation(account, "1.00")).text())
                .startsWith("{\"success\":true,\"tenant_balance_ref\":\"default\","
                        + "\"available_balance\":{\"value\":499.00,\"currency\":\"PHP\"},\"tenant_action_ref\":\"")
                .endsWith("\",\"error\":null}");
        assertThat(post("credit_balance", Bodies.operation(account, "2.5"))
                        .json()
                        .get("available_balance")
                        .get("value")
                        .toString())
                .isEqualTo("501.50");
    }

    @Test
    void answersARefusalWithStatus200AndItsCode() {
        Reply refused = post("debit_balance", Bodies.operation(account, "500.01"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().get("success").booleanValue()).isFalse();
        assertThat(refused.json().get("error").get("code").textValue()).isEqualTo("insufficient_balance");
        assertThat(refused.json().get("available_balance").get("value").toString())
                .isEqualTo("500.00");
    }

    @Test
    void forcesADebitThatNamesItsBalance() {
        String named = Bodies.operation(account, "k", "500.01", Bodies.member("tenant_balance_ref", "default"));

        assertThat(post("debit_balance", named)
                        .json()
                        .get("available_balance")
                        .get("value")
                        .toString())
                .isEqualTo("-0.01");
    }

    @Test
    void leavesReferencesOutThatARefusalDidNotSee() {
        String unknown = Bodies.operation(account, "k", "1", Bodies.member("tenant_hold_balance_ref", "no-such-hold"));

        assertThat(post("debit_hold_balance", unknown).text())
                .startsWith("{\"success\":false,\"tenant_hold_balance_ref\":null,\"hold_balance\":null,"
                        + "\"tenant_action_ref\":\"")
                .contains("hold_not_found");
    }

    @Test
    void replaysTheSameBytesForTheSameKey() {
        String body = Bodies.operation(account, "same", "1.00", "");
        Reply first = post("hold_balance", body);
        post("debit_balance", Bodies.operation(account, "3.00"));

        Reply again = post("hold_balance", body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void replaysARefusalForTheSameKey() {
        String body = Bodies.operation(account, "same", "501.00", "");
        Reply first = post("hold_balance", body);
        post("credit_balance", Bodies.operation(account, "300.00"));

        Reply again = post("hold_balance", body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void conflictsWhenTheKeyBelongsToAnotherRequest() {
        post("hold_balance", Bodies.operation(account, "same", "1.00", ""));

        Reply other = post("hold_balance", Bodies.operation(account, "same", "2.00", ""));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("error_code").textValue()).isEqualTo("idempotency_error");
    }

    @Test
    void movesDepositsAndWithdrawals() {
        String base = "/v1/ledger/accounts/" + account;

        Reply withdrawn = tenant.post(base + "/withdrawals", Bodies.transfer("w", "0.50", "PHP"));
        Reply tooMuch = tenant.post(base + "/withdrawals", Bodies.transfer("w2", "600", "PHP"));

        assertThat(withdrawn.text())
                .startsWith("{\"success\":true,\"tenant_balance_ref\":\"default\","
                        + "\"available_balance\":{\"value\":499.50,\"currency\":\"PHP\"}");
        assertThat(tooMuch.json().get("error").get("code").textValue()).isEqualTo("insufficient_balance");
    }

    @Test
    void writesAmountsWithTheDecimalsOfTheirCurrency() {
        tenant.post("/v1/ledger/accounts", Bodies.opening("yen", "JPY"));
        tenant.post("/v1/ledger/accounts", Bodies.opening("dinar", "BHD"));

        assertThat(tenant.post("/v1/ledger/accounts/yen/deposits", Bodies.transfer("k", "75e2", "JPY"))
                        .text())
                .contains("\"value\":7500,");
        assertThat(tenant.post("/v1/ledger/accounts/dinar/deposits", Bodies.transfer("k", "0.001", "BHD"))
                        .text())
                .contains("\"value\":0.001,");
    }

    private Reply post(String operation, String body) {
        return tenant.post("/v1/ledger/" + operation, body);
    }
}
