package dev.holdfast.engine.lane;

import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.FlushCountingProxy;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that takes what it is sent and never answers, as behind a firewall that has forgotten the connection. */
class SilentDatabaseIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FlushCountingProxy proxy = new FlushCountingProxy(DATABASE.url());
    private final TestEngine engine = TestEngine.start(proxy.url(), LaneLimits.impatient());

    @BeforeEach
    void open() {
        engine.open("a");
    }

    @AfterEach
    void leavesABookThatVerifies() {
        proxy.letGo();
        engine.assertVerifies();
        // First the proxy: Vert.x, closing, waits for a handshake that is under way, however long ago it was given up.
        proxy.close();
        engine.close();
    }

    @Test
    void isCutOffAndConnectedAnewWhenItAnswersNoLoad() {
        proxy.hold();
        Future<LedgerOutcome> answer = engine.apply(engine.deposit("a", "silent-load", 1));
        Await.until("the lane has cut the connection", () -> !engine.engine().ready());
        proxy.letGo();

        assertThat(Await.on(answer)).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(entries("silent-load")).isEqualTo("1");
    }

    @Test
    void isCutOffAndConnectedAnewWhenItNeverFinishesAHandshake() {
        proxy.ignoreConnections(1);
        proxy.cutConnections();
        Await.until("the next connection is ignored", () -> proxy.ignored() == 1);

        assertThat(Await.on(engine.apply(engine.deposit("a", "silent-handshake", 1))))
                .isInstanceOf(LedgerOutcome.Applied.class);
    }

    private static String entries(String key) {
        return DATABASE.queryText("SELECT count(*) FROM journal WHERE idempotency_key = '" + key + "'");
    }
}
