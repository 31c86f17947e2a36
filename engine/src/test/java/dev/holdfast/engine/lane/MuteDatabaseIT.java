package dev.holdfast.engine.lane;

import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.SilentProxy;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that neither answers nor hangs up, not even when the lane has: its machine has lost its power. */
class MuteDatabaseIT {

    /** Far enough beyond the deadlines below that an answer before it is told from an answer because of it. */
    private static final LaneOptions LIMITS =
            new LaneOptions(1, 4096, 512, Duration.ofMillis(2_500), Duration.ofSeconds(30));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final SilentProxy proxy = new SilentProxy(DATABASE.url());
    private final TestEngine engine = TestEngine.start(proxy.url(), LIMITS);

    @BeforeEach
    void fund() {
        engine.open("a");
        Await.on(engine.apply(engine.deposit("a", "fund-" + System.nanoTime(), 10_000)));
    }

    @AfterEach
    void leavesABookThatVerifies() {
        engine.assertVerifies();
        proxy.close();
        engine.close();
    }

    @Test
    void isLeftForANewConnectionWhenItFallsSilentInALoad() {
        proxy.fallSilentAtNextRequest();

        LedgerOutcome outcome = Await.on(engine.apply(engine.debit("a", "mute-load", 100)));

        assertThat(outcome).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(entries("mute-load")).isEqualTo("1");
        assertResumed("after-mute-load");
    }

    @Test
    void isLeftForANewConnectionWhenItFallsSilentInACommit() {
        proxy.fallSilentAtNextCommitReply();

        LedgerOutcome outcome = Await.on(engine.apply(engine.debit("a", "mute-commit", 100)));

        assertThat(outcome).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(entries("mute-commit")).isEqualTo("1");
        assertResumed("after-mute-commit");
    }

    @Test
    void isNotWaitedForPastTheDeadlineWhenItFallsSilentInACommit() {
        proxy.fallSilentAtNextCommitReply();
        LedgerRequest request = engine.debit("a", "overdue-commit", 100);

        assertThat(Await.failureOf(applySoon(request))).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);

        assertStillWaiting();
        LedgerOutcome.Applied again = (LedgerOutcome.Applied) Await.on(engine.apply(request));
        assertThat(again.replayed()).isTrue();
        assertThat(entries("overdue-commit")).isEqualTo("1");
    }

    @Test
    void isNotWaitedForPastTheDeadlineWhenItFallsSilentInALoad() {
        proxy.fallSilentAtNextRequest();
        LedgerRequest request = engine.debit("a", "overdue-load", 100);

        assertThat(Await.failureOf(applySoon(request))).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);

        assertStillWaiting();
        LedgerOutcome.Applied again = (LedgerOutcome.Applied) Await.on(engine.apply(request));
        assertThat(again.replayed()).isFalse();
        assertThat(entries("overdue-load")).isEqualTo("1");
    }

    private Future<LedgerOutcome> applySoon(LedgerRequest request) {
        return engine.engine().ledger().apply(request, Instant.now().plusMillis(300));
    }

    /** The batch timeout has not passed: the lane has not yet given the connection up. */
    private void assertStillWaiting() {
        assertThat(engine.engine().ready()).isTrue();
    }

    private void assertResumed(String key) {
        assertThat(Await.on(engine.apply(engine.debit("a", key, 1)))).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(proxy.silentConnections()).isEqualTo(1);
        proxy.awaitHangUp();
    }

    private static String entries(String key) {
        return DATABASE.queryText("SELECT count(*) FROM journal WHERE idempotency_key = '" + key + "'");
    }
}
