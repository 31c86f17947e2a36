package dev.holdfast.ledgerapi.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import io.vertx.core.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class QueryRoutesIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private ApiClient tenant = API.newTenant();
    private String base = "";
    private String account = "";

    @BeforeEach
    void openAccount() {
        tenant = API.newTenant();
        account = tenant.openAccount("100.00");
        base = "/v1/ledger/accounts/" + account;
    }

    @Test
    void listsEntriesNewestFirstPageByPage() {
        for (int i = 1; i <= 4; i++) {
            tenant.post("/v1/ledger/debit_balance", Bodies.operation(account, "k" + i, i + ".00", ""));
        }

        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = tenant.get(base + "/entries?limit=2" + cursor).json();
            page.get("data")
                    .forEach(entry -> keys.add(entry.get("idempotency_key").textValue()));
            assertThat(page.get("data").size()).isBetween(1, 2);
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").textValue();
        } while (!cursor.isEmpty());

        assertThat(keys).containsExactly("k4", "k3", "k2", "k1", "funding");
    }

    @Test
    void showsAnEntryInFull() {
        tenant.post("/v1/ledger/hold_balance", Bodies.operation(account, "k", "10.00", ""));

        Reply reply = tenant.get(base + "/entries?limit=1");

        JsonNode entry = reply.json().get("data").get(0);
        assertThat(entry.get("operation").textValue()).isEqualTo("hold_balance");
        assertThat(entry.get("debit_account").textValue()).isEqualTo("customer_available");
        assertThat(entry.get("credit_account").textValue()).isEqualTo("customer_held");
        assertThat(entry.get("sequence").intValue()).isEqualTo(2);
        assertThat(entry.get("available_balance").get("value").toString()).isEqualTo("90.00");
        assertThat(entry.get("held_balance").get("value").toString()).isEqualTo("10.00");
        assertThat(entry.get("hold_balance").get("value").toString()).isEqualTo("10.00");
        assertThat(entry.get("transaction_id").textValue()).isEqualTo("tx-1");
        assertThat(entry.get("posted_at").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(entry.get("hash").textValue()).matches("[0-9a-f]{64}");
    }

    @Test
    void filtersEntriesByTimeAndTransaction() {
        tenant.post("/v1/ledger/debit_balance", Bodies.operation(account, "1"));
        String posted = tenant.get(base + "/entries?transaction_id=tx-1")
                .json()
                .get("data")
                .get(0)
                .get("posted_at")
                .textValue();

        assertThat(sizeOf("/entries?from=" + posted)).isEqualTo(1);
        assertThat(sizeOf("/entries?to=" + posted)).isEqualTo(1);
        assertThat(sizeOf("/entries?transaction_id=tx-2")).isZero();
        assertThat(sizeOf("/entries?from=2000-01-01T00:00:00+08:00&to=2001-01-01T00:00:00Z"))
                .isZero();
    }

    @Test
    void listsOpenHoldsUnlessAllAreAskedFor() {
        JsonNode hold = tenant.post("/v1/ledger/hold_balance", Bodies.operation(account, "h", "10", ""))
                .json();
        tenant.post("/v1/ledger/hold_balance", Bodies.operation(account, "h2", "20", ""));
        String onHold = Bodies.member(
                "tenant_hold_balance_ref", hold.get("tenant_hold_balance_ref").textValue());
        tenant.post("/v1/ledger/restore_balance", Bodies.operation(account, "r", "10", onHold));

        assertThat(sizeOf("/holds")).isEqualTo(1);
        assertThat(sizeOf("/holds?status=open")).isEqualTo(1);
        assertThat(sizeOf("/holds?status=all")).isEqualTo(2);
        assertThat(tenant.get(base + "/holds?status=all").text())
                .contains("\"status\":\"released\"")
                .contains("\"remaining_amount\":{\"value\":20.00,\"currency\":\"PHP\"}");
    }

    @Test
    void showsTheBalanceAtAnInstant() {
        tenant.post("/v1/ledger/debit_balance", Bodies.operation(account, "k", "40", ""));
        String before = tenant.get(base + "/entries?limit=2")
                .json()
                .get("data")
                .get(1)
                .get("posted_at")
                .textValue();

        Reply then = tenant.get(base + "/balance?at=" + before);

        assertThat(then.text())
                .isEqualTo("{\"tenant_account_ref\":\"" + account + "\",\"at\":\"" + before + "\",\"balances\":["
                        + "{\"tenant_balance_ref\":\"default\",\"available_balance\":{\"value\":100.00,"
                        + "\"currency\":\"PHP\"},\"held_balance\":{\"value\":0.00,\"currency\":\"PHP\"}}]}");
        assertThat(tenant.get(base + "/balance?at=" + Instant.now().plusSeconds(60))
                        .text())
                .contains("60.00");
    }

    @Test
    void showsATransactionOldestFirst() {
        tenant.post("/v1/ledger/hold_balance", Bodies.operation(account, "h", "10", ""));
        tenant.post("/v1/ledger/debit_balance", Bodies.operation(account, "d", "1", ""));

        JsonNode shown = tenant.get("/v1/ledger/transactions/tx-1").json();

        assertThat(shown.get("data").findValuesAsText("idempotency_key")).containsExactly("h", "d");
        assertThat(shown.get("truncated").booleanValue()).isFalse();
        assertThat(tenant.get("/v1/ledger/transactions/tx-2")
                        .json()
                        .get("error_code")
                        .textValue())
                .isEqualTo("transaction_not_found");
    }

    @Test
    void saysThatATransactionHasMoreEntriesThanItShows() {
        RunningApi.await(Future.all(IntStream.rangeClosed(1, 501)
                .mapToObj(this::creditOfALongPayment)
                .toList()));

        JsonNode shown = tenant.get("/v1/ledger/transactions/tx-long").json();

        assertThat(shown.get("data")).hasSize(500);
        assertThat(shown.get("truncated").booleanValue()).isTrue();
    }

    private Future<?> creditOfALongPayment(int number) {
        LedgerRequest credit = new LedgerRequest(
                Operation.CREDIT,
                new AccountKey(tenant.tenant().id(), account),
                new References("long-" + number, "tx-long", null),
                new Money(1, Currency.of("PHP")),
                null,
                false);
        return API.engine().ledger().apply(credit, Instant.now().plusSeconds(20));
    }

    @Test
    void showsABalancedTrialBalance() {
        tenant.post("/v1/ledger/debit_balance", Bodies.operation(account, "k", "40", ""));

        assertThat(tenant.get("/v1/ledger/trial_balance").text())
                .startsWith("{\"data\":[{\"currency\":\"PHP\",\"debits\":140.00,\"credits\":140.00,"
                        + "\"difference\":0.00,\"balanced\":true,\"accounts\":[{\"account\":\"customer_available\","
                        + "\"debits\":40.00,\"credits\":100.00}");
    }

    @ParameterizedTest
    @CsvSource({
        "/entries?limit=0, limit",
        "/entries?limit=501, limit",
        "/entries?limit=-1, limit",
        "/entries?limit=x, limit",
        "/entries?limit=99999999999999999999, limit",
        "/entries?cursor=, cursor",
        "/entries?cursor=no-cursor, cursor",
        "/holds?cursor=zzz, cursor",
        "/entries?from=yesterday, from",
        "/entries?to=2026-13-01T00:00:00Z, to",
        "/entries?from=%2B99999-01-01T00:00:00Z, from",
        "/entries?from=2026-01-01T00:00:00, from",
        "/entries?transaction_id=%00, transaction_id",
        "/holds?status=closed, status",
        "/balance, at",
        "/balance?at=, at",
        "/balance?at=0000-01-01T00:00:00Z, at"
    })
    void refusesTheParameter(String path, String param) {
        Reply reply = tenant.get(base + path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().findValuesAsText("param")).containsExactly(param);
    }

    @Test
    void namesEveryBadParameterAtOnce() {
        assertThat(tenant.get(base + "/entries?from=a&to=b&limit=c&cursor=%01&transaction_id=%02")
                        .json()
                        .findValuesAsText("param"))
                .containsExactlyInAnyOrder("from", "to", "limit", "cursor", "transaction_id");
    }

    private int sizeOf(String path) {
        return tenant.get(base + path).json().get("data").size();
    }
}
