package dev.holdfast.engine.lane;

import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.FlushCountingProxy;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A command that the database will not store, in a batch with others. */
@TestInstance(Lifecycle.PER_CLASS)
class PoisonIT {

    private static final int BATCH = 37;

    private final TestDatabase database = TestDatabase.migrated();
    private final FlushCountingProxy proxy = new FlushCountingProxy(database.url());
    private final TestEngine engine = TestEngine.start(proxy.url(), LaneLimits.oneLane());

    @BeforeAll
    void rejectPoison() {
        database.execute("ALTER TABLE journal ADD CONSTRAINT no_poison CHECK (action_ref NOT LIKE 'of-poison%')");
        IntStream.range(0, 5).forEach(i -> engine.open("a" + i));
    }

    @AfterAll
    void leavesABookThatVerifies() {
        engine.close();
        try (TestEngine direct = TestEngine.start(database.url())) {
            direct.assertVerifies();
        }
        proxy.close();
        database.close();
    }

    @Test
    void failsAloneInABatchOfMany() {
        assertOnlyPoisonFails("one", Set.of(19));
    }

    @Test
    void failsAloneAtEitherEndOfABatch() {
        assertOnlyPoisonFails("ends", Set.of(0, BATCH - 1));
    }

    @Test
    void failsAloneWhenThereAreSeveral() {
        assertOnlyPoisonFails("several", Set.of(3, 4, 20, 33));
    }

    @Test
    void failsEveryTimeItIsSent() {
        assertThat(Await.failureOf(engine.apply(engine.deposit("a0", "poison-again", 1))))
                .isEqualTo(Failure.Kind.DEFECT);
        assertThat(Await.failureOf(engine.apply(engine.deposit("a0", "poison-again", 1))))
                .isEqualTo(Failure.Kind.DEFECT);
        assertThat(Await.on(engine.apply(engine.deposit("a0", "healthy", 1))))
                .isInstanceOf(LedgerOutcome.Applied.class);
    }

    @Test
    void anAccountThatCannotBeReadFailsAloneInABatchOfMany() {
        engine.open("broken");
        database.execute("UPDATE balance SET currency = '???' WHERE (bucket, account_id) IN"
                + " (SELECT bucket, account_id FROM account WHERE account_ref = 'broken')");
        proxy.hold();
        Future<LedgerOutcome> opener = engine.apply(engine.deposit("a0", "unreadable-opener", 1));
        proxy.awaitClient();
        Future<LedgerOutcome> before = engine.apply(engine.deposit("a1", "unreadable-1", 1));
        Future<LedgerOutcome> broken = engine.apply(engine.deposit("broken", "unreadable-2", 1));
        Future<LedgerOutcome> after = engine.apply(engine.deposit("a2", "unreadable-3", 1));
        proxy.letGo();

        Await.on(opener);
        assertThat(Await.on(before)).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(Await.on(after)).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(Await.failureOf(broken)).isEqualTo(Failure.Kind.DEFECT);
        database.execute("UPDATE balance SET currency = 'PHP'");
    }

    @Test
    void aFigureTooLargeToCountIsRefusedAloneInABatchOfMany() {
        engine.open("bottomless");
        String bottomless = " WHERE (bucket, account_id) IN"
                + " (SELECT bucket, account_id FROM account WHERE account_ref = 'bottomless')";
        database.execute("UPDATE balance SET available_minor = " + (Long.MIN_VALUE + 1_000) + bottomless);
        LedgerRequest plain = engine.debit("bottomless", "overflow-2", 2_000);
        LedgerRequest forced = new LedgerRequest(
                plain.operation(), plain.account(), plain.references(), plain.amount(), plain.target(), true);
        proxy.hold();
        Future<LedgerOutcome> opener = engine.apply(engine.deposit("a0", "overflow-opener", 1));
        proxy.awaitClient();
        Future<LedgerOutcome> before = engine.apply(engine.deposit("a1", "overflow-1", 1));
        Future<LedgerOutcome> overflowing = engine.apply(forced);
        Future<LedgerOutcome> after = engine.apply(engine.deposit("a1", "overflow-3", 1));
        proxy.letGo();

        Await.on(opener);
        assertThat(Await.on(before)).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(Await.on(after)).isInstanceOf(LedgerOutcome.Applied.class);
        LedgerOutcome.Refused refused = (LedgerOutcome.Refused) Await.on(overflowing);
        assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.BALANCE_LIMIT_EXCEEDED);
        database.execute("UPDATE balance SET available_minor = 0" + bottomless);
    }

    private void assertOnlyPoisonFails(String name, Set<Integer> poisoned) {
        proxy.hold();
        Future<LedgerOutcome> opener = engine.apply(engine.deposit("a0", name + "-opener", 1));
        proxy.awaitClient();
        List<Future<LedgerOutcome>> batch = IntStream.range(0, BATCH)
                .mapToObj(i -> engine.deposit("a" + i % 5, (poisoned.contains(i) ? "poison-" : "") + name + i, 1))
                .map(engine::apply)
                .toList();
        proxy.letGo();

        Await.on(opener);
        for (int i = 0; i < BATCH; i++) {
            if (poisoned.contains(i)) {
                assertThat(Await.failureOf(batch.get(i))).isEqualTo(Failure.Kind.DEFECT);
            } else {
                LedgerOutcome.Applied applied = (LedgerOutcome.Applied) Await.on(batch.get(i));
                assertThat(applied.replayed()).isFalse();
            }
        }
    }
}
