package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** One lane with room for two commands, and a database that is held up by somebody else's lock. */
class OverloadIT {

    private static final int CALLERS = 12;

    @RegisterExtension
    static final RunningApi API = RunningApi.startNarrow(new ApiLimits(
            64 * 1024,
            100,
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5)));

    private final ApiClient tenant = API.newTenant();

    @Test
    void answersBusyAtOnceAndDropsWhatIsTooLate() throws SQLException {
        String account = tenant.openAccount("100.00");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (Connection blocker = API.database().connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE balance IN ACCESS EXCLUSIVE MODE");
            List<CompletableFuture<Reply>> asked = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                String body = Bodies.operation(account, "k" + i, "1", "");
                asked.add(CompletableFuture.supplyAsync(() -> tenant.post("/v1/ledger/debit_balance", body), callers));
            }
            // Those that found no room are answered while the lane still waits for the lock.
            CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).join();
            blocker.rollback();

            List<Reply> replies = asked.stream().map(CompletableFuture::join).toList();
            assertThat(replies.stream().map(OverloadIT::codeOf).collect(Collectors.toSet()))
                    .contains("busy")
                    .isSubsetOf("busy", "deadline_exceeded", "ok");
            assertThat(replies.stream().filter(reply -> reply.status() == 503))
                    .allMatch(reply -> reply.header("Retry-After").equals("1"));
            long applied =
                    replies.stream().filter(reply -> reply.status() == 200).count();
            assertThat(tenant.get("/v1/ledger/accounts/" + account).text())
                    .contains("\"value\":" + (100 - applied) + ".00");
        } finally {
            callers.shutdownNow();
        }
    }

    private static String codeOf(Reply reply) {
        return reply.status() == 200 ? "ok" : reply.json().get("error_code").textValue();
    }
}
