package dev.holdfast.engine.lane;

import dev.holdfast.engine.database.Migrations;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.OwnedPostgres;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL stopped, killed and started again under a running engine. */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseOutageIT {

    private static final int CLIENTS = 8;
    private static final int KILLS = 3;

    private final OwnedPostgres postgres = OwnedPostgres.start();
    private final TestEngine engine = startEngine();

    private TestEngine startEngine() {
        Migrations.run(postgres.url());
        return TestEngine.start(postgres.url());
    }

    @AfterAll
    void leavesABookThatVerifies() {
        engine.assertVerifies();
        engine.close();
        postgres.close();
    }

    @Test
    void answersWithinTheDeadlineDuringAnOutageAndRecoversByItself() {
        engine.open("outage");
        postgres.stop();
        Await.until("the engine has noticed", () -> !engine.engine().ready());

        Instant deadline = Instant.now().plusMillis(400);
        Future<LedgerOutcome> during = engine.engine().ledger().apply(engine.deposit("outage", "during", 1), deadline);
        assertThat(Await.failureOf(during)).isIn(Failure.Kind.DATABASE_UNAVAILABLE, Failure.Kind.DEADLINE_EXCEEDED);

        // Sent during the outage with time to wait: it is applied when the database is back.
        Future<LedgerOutcome> patient = engine.apply(engine.deposit("outage", "patient", 1));
        postgres.restart();
        assertThat(Await.on(patient)).isInstanceOf(LedgerOutcome.Applied.class);
        Await.until("every lane is connected", () -> engine.engine().ready());
        assertThat(Await.on(engine.apply(engine.deposit("outage", "after", 1))))
                .isInstanceOf(LedgerOutcome.Applied.class);
    }

    @Test
    void losesAndRepeatsNothingWhenTheServerIsKilledUnderLoad() {
        AtomicBoolean stop = new AtomicBoolean();
        List<KillClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            engine.open("client" + i);
            KillClient client = new KillClient(engine, "client" + i, stop);
            clients.add(client);
            client.start();
        }

        for (int kill = 0; kill < KILLS; kill++) {
            awaitProgress(clients);
            postgres.kill9();
            postgres.restart();
        }
        awaitProgress(clients);
        stop.set(true);

        for (KillClient client : clients) {
            client.finish();
            List<LedgerRequest> acknowledged = client.acknowledged();
            assertThat(client.mistakes()).isEmpty();
            // Each acknowledged operation is there, and it is the same one.
            for (int i = 0; i < acknowledged.size(); i += 1 + acknowledged.size() / 10) {
                LedgerOutcome again = Await.on(engine.apply(acknowledged.get(i)));
                assertThat(client.answerOf(acknowledged.get(i))).isEqualTo(KillClient.withoutReplay(again));
            }
            assertThat(engine.entries(client.account())).isEqualTo(client.applied());
        }
    }

    /** Until every client has had answers since now, so that a kill always meets work. */
    private static void awaitProgress(List<KillClient> clients) {
        List<Integer> before = clients.stream().map(KillClient::answers).toList();
        Await.until("every client has got answers", () -> {
            for (int i = 0; i < clients.size(); i++) {
                if (clients.get(i).answers() < before.get(i) + 10) {
                    return false;
                }
            }
            return true;
        });
    }
}
