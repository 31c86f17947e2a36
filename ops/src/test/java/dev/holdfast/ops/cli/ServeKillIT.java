package dev.holdfast.ops.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.ops.testing.Acknowledged;
import dev.holdfast.ops.testing.Eventually;
import dev.holdfast.ops.testing.HoldfastProcess;
import dev.holdfast.ops.testing.StubbornCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is killed in mid-load, again and again, forgets nothing that it has acknowledged. */
class ServeKillIT {

    private static final String KEY = "a-key-for-tests-only";
    private static final int ACCOUNTS = 4;
    private static final int CALLERS = 8;
    private static final int KILLS = 3;
    private static final int BETWEEN_KILLS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Map<String, String> environment;
    private final Collection<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile URI api = URI.create("http://127.0.0.1:1");
    private volatile boolean over;

    ServeKillIT(@TempDir Path directory) {
        this.directory = directory;
        this.environment = Map.of(
                "HOLDFAST_DATA_DIR",
                directory.resolve("data").toString(),
                "HOLDFAST_POSTGRES_SHARED_BUFFERS_MB",
                "16",
                "HOLDFAST_BOOTSTRAP_API_KEY",
                KEY);
    }

    @Test
    void losesNothingAcknowledgedAndAppliesNothingTwiceWhenKilledInMidLoad() throws Exception {
        StubbornCaller caller = new StubbornCaller(() -> api, KEY);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        HoldfastProcess server = serve();
        try {
            openAccounts(caller);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int number = i;
                running.add(callers.submit(() -> load(caller, number)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                awaitMore(running);
                server.kill();
                server.awaitExit(PATIENCE);
                server = serve();
            }
            awaitMore(running);
            over = true;
            for (Future<?> ended : running) {
                ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            for (int account = 0; account < ACCOUNTS; account++) {
                assertHoldsExactlyWhatWasAcknowledged(caller, "ann-" + account);
            }
            assertVerifies();
            server.terminate();
            assertThat(server.awaitExit(PATIENCE)).isZero();
        } finally {
            over = true;
            callers.shutdownNow();
            server.close();
        }
    }

    private HoldfastProcess serve() {
        HoldfastProcess started = HoldfastProcess.start(directory, environment, "serve");
        api = started.awaitReady().api();
        return started;
    }

    private void openAccounts(StubbornCaller caller) {
        for (int account = 0; account < ACCOUNTS; account++) {
            caller.post("/v1/ledger/accounts", "{\"tenant_account_ref\":\"ann-" + account + "\",\"currency\":\"USD\"}");
        }
    }

    private void awaitMore(List<Future<?>> running) {
        int enough = acknowledged.size() + BETWEEN_KILLS;
        Eventually.holds(
                BETWEEN_KILLS + " more operations are acknowledged",
                PATIENCE,
                () -> acknowledged.size() >= enough || running.stream().anyMatch(Future::isDone));
    }

    /** Deposits more than it spends, so that nothing is refused. */
    private void load(StubbornCaller caller, int number) {
        for (int i = 0; !over; i++) {
            String account = "ann-" + (number + i) % ACCOUNTS;
            String key = "k-" + number + "-" + i;
            String body = "{\"idempotency_key\":\"" + key + "\",\"amount\":{\"value\":%s,\"currency\":\"USD\"}";
            String deposit =
                    "{\"idempotency_key\":\"" + key + "-in\",\"amount\":{\"value\":9.00,\"currency\":\"USD\"}}";
            JsonNode put = caller.post("/v1/ledger/accounts/" + account + "/deposits", deposit);
            note(put, account, key + "-in", 900, 0);
            boolean hold = i % 2 == 0;
            String payment = ",\"transaction_id\":\"t-" + key + "\",\"tenant_account_ref\":\"" + account
                    + "\",\"of_action_ref\":\"a-" + key + "\"}";
            JsonNode taken = caller.post(
                    "/v1/ledger/" + (hold ? "hold_balance" : "debit_balance"),
                    body.formatted(hold ? "3.00" : "2.00") + payment);
            note(taken, account, key, hold ? -300 : -200, hold ? 300 : 0);
        }
    }

    private void note(JsonNode answer, String account, String key, long availableMinor, long heldMinor) {
        assertThat(answer.get("success").asBoolean()).as(key + ": " + answer).isTrue();
        acknowledged.add(
                new Acknowledged(account, key, answer.get("tenant_action_ref").asText(), availableMinor, heldMinor));
    }

    private void assertHoldsExactlyWhatWasAcknowledged(StubbornCaller caller, String account) {
        List<Acknowledged> expected = acknowledged.stream()
                .filter(operation -> operation.account().equals(account))
                .toList();
        List<JsonNode> entries = caller.entries(account);
        assertThat(entries.stream().map(ServeKillIT::named).toList())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(ServeKillIT::named).toList());
        JsonNode balance =
                caller.get("/v1/ledger/accounts/" + account).get("balances").get(0);
        assertThat(minor(balance, "available_balance"))
                .isEqualTo(expected.stream()
                        .mapToLong(Acknowledged::availableMinor)
                        .sum());
        assertThat(minor(balance, "held_balance"))
                .isEqualTo(expected.stream().mapToLong(Acknowledged::heldMinor).sum());
    }

    private static String named(JsonNode entry) {
        return entry.get("idempotency_key").asText() + " "
                + entry.get("tenant_action_ref").asText();
    }

    private static String named(Acknowledged operation) {
        return operation.key() + " " + operation.actionRef();
    }

    private static long minor(JsonNode balance, String member) {
        return new BigDecimal(balance.get(member).get("value").asText())
                .movePointRight(2)
                .longValueExact();
    }

    private void assertVerifies() {
        try (HoldfastProcess verify = HoldfastProcess.start(directory, environment, "verify")) {
            assertThat(verify.awaitExit(PATIENCE))
                    .as(verify.out() + verify.err())
                    .isZero();
            assertThat(verify.out()).contains("the book is right");
        }
    }
}
