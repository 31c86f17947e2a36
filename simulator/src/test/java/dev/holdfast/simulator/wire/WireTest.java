package dev.holdfast.simulator.wire;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.operation.References;
import dev.holdfast.simulator.population.AccountPlan;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WireTest {

    private static final Currency SGD = Currency.getInstance("SGD");

    @Test
    void writesAllMembersOfALedgerOperation() {
        Request request = request(Operation.DEBIT_HOLD_BALANCE, new Amount(12_010, SGD), "hold \"1\"");
        assertThat(request.path()).isEqualTo("/v1/ledger/debit_hold_balance");
        assertThat(new JsonObject(String.valueOf(request.body()))).isEqualTo(new JsonObject("""
                        {"transaction_id": "txn", "tenant_account_ref": "acc", "idempotency_key": "key",
                         "of_action_ref": "act", "tenant_hold_balance_ref": "hold \\"1\\"",
                         "amount": {"value": 120.10, "currency": "SGD"}}"""));
        assertThat(String.valueOf(request.body())).contains("\"value\":120.10,");
    }

    @Test
    void leavesOutWhatACallDoesNotHave() {
        Request request = request(Operation.RESTORE_BALANCE, null, "h");
        assertThat(new JsonObject(String.valueOf(request.body())).fieldNames())
                .doesNotContain("amount", "tenant_balance_ref");
        assertThat(new JsonObject(String.valueOf(request(Operation.HOLD_BALANCE, new Amount(1, SGD), null)
                                .body()))
                        .fieldNames())
                .doesNotContain("tenant_hold_balance_ref");
    }

    @Test
    void asksForDepositsOnTheAccountsRoute() {
        Request request = request(Operation.DEPOSIT, new Amount(1, SGD), null);
        assertThat(request.path()).isEqualTo("/v1/ledger/accounts/acc/deposits");
        assertThat(new JsonObject(String.valueOf(request.body())).getString("idempotency_key"))
                .isEqualTo("key");
    }

    @Test
    void opensAnAccountWithItsSecondBalance() {
        Amount limit = new Amount(5_000, SGD);
        Request request = Requests.opening(new AccountPlan("acc", limit, new Amount(0, SGD), true));
        assertThat(new JsonObject(String.valueOf(request.body()))).isEqualTo(new JsonObject("""
                        {"tenant_account_ref": "acc", "currency": "SGD",
                         "credit_limit": {"value": 50.00, "currency": "SGD"},
                         "balances": [{"tenant_balance_ref": "promo", "currency": "SGD"}]}"""));
    }

    @Test
    void readsASuccess() throws IOException {
        Answer answer = read("""
                {"success": true, "tenant_hold_balance_ref": "h", "hold_balance": {"value": 1.50, "currency": "SGD"},
                 "tenant_action_ref": "e", "error": null, "more": {"x": [1]}}""");
        assertThat(answer).isEqualTo(new Answer(true, "h", new Amount(150, SGD), "e", null));
    }

    @Test
    void readsARefusal() throws IOException {
        Answer answer = read("""
                {"success": false, "tenant_hold_balance_ref": null, "hold_balance": null, "tenant_action_ref": "e",
                 "error": {"message": "no", "code": "hold_not_found"}}""");
        assertThat(answer).isEqualTo(new Answer(false, null, null, "e", "hold_not_found"));
    }

    @Test
    void refusesAnAnswerThatLacksAMember() {
        assertThatThrownBy(() -> read("{\"success\": true, \"tenant_action_ref\": \"e\", \"error\": null}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void refusesAnAmountWithoutItsDecimals() {
        assertThatThrownBy(() -> read("""
                        {"success": true, "tenant_hold_balance_ref": "h", "tenant_action_ref": "e", "error": null,
                         "hold_balance": {"value": 1.5, "currency": "SGD"}}""")).isInstanceOf(IOException.class).hasMessageContaining("1.5 SGD");
    }

    @Test
    void pausesTwiceAsLongEachTimeUpToTheLongest() {
        RetryOptions retries = new RetryOptions(10, Duration.ofMillis(50), Duration.ofMillis(300));
        assertThat(retries.pauseMillis(1, 0)).isEqualTo(50);
        assertThat(retries.pauseMillis(2, 0)).isEqualTo(100);
        assertThat(retries.pauseMillis(9, 0)).isEqualTo(300);
        assertThat(retries.pauseMillis(900, 0)).isEqualTo(300);
        assertThat(retries.pauseMillis(1, 1)).isEqualTo(1_000);
        assertThat(retries.pauseMillis(1, 9_999)).isEqualTo(10_000);
    }

    @Test
    void keepsTheKeyOutOfText() {
        Target target = new Target(URI.create("http://127.0.0.1:8080"), "X-API-Key", "very secret");
        assertThat(target.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> new Target(URI.create("http://host/path"), "X-API-Key", "very secret"))
                .hasMessageNotContaining("secret");
    }

    private static Answer read(String json) throws IOException {
        return Answers.read(Operation.DEBIT_HOLD_BALANCE, Buffer.buffer(json));
    }

    private static Request request(Operation operation, @Nullable Amount amount, @Nullable String target) {
        return Requests.of(new Call(operation, "acc", new References("txn", "key", "act"), amount, target));
    }
}
