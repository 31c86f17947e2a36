package dev.holdfast.engine.ledger;

import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.FlushCountingProxy;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class IdempotencyIT {

    private static final int SENDERS = 50;

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());

    @AfterAll
    void leavesABookThatVerifies() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @Test
    void hasOneEffectAndOneAnswerForFiftySendersOfTheSameKey() {
        engine.open("crowd");
        LedgerRequest request = engine.deposit("crowd", "same", 700);

        List<LedgerOutcome> outcomes = fromManyThreads(request);

        assertThat(outcomes).allMatch(LedgerOutcome.Applied.class::isInstance);
        Stream<LedgerOutcome.Applied> applied = outcomes.stream().map(LedgerOutcome.Applied.class::cast);
        assertThat(applied.map(LedgerOutcome.Applied::entry).distinct()).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !((LedgerOutcome.Applied) outcome).replayed()))
                .hasSize(1);
        assertThat(entries("crowd")).isEqualTo("1");
    }

    @Test
    void refusesOnceForFiftySendersOfTheSameKey() {
        engine.open("poor");
        LedgerRequest request = engine.debit("poor", "same", 700);

        List<LedgerOutcome> outcomes = fromManyThreads(request);

        assertThat(outcomes).allMatch(LedgerOutcome.Refused.class::isInstance);
        assertThat(outcomes.stream().filter(outcome -> !((LedgerOutcome.Refused) outcome).replayed()))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .map(outcome -> ((LedgerOutcome.Refused) outcome).refusal())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void givesOneSenderTheEffectWhenFiftyUseTheKeyForDifferentRequests() {
        engine.open("mixed");
        List<Future<LedgerOutcome>> answers = IntStream.range(0, SENDERS)
                .mapToObj(i -> engine.apply(engine.deposit("mixed", "same", 100 + i)))
                .toList();

        List<LedgerOutcome> outcomes = answers.stream().map(Await::on).toList();

        assertThat(outcomes.stream().filter(LedgerOutcome.Applied.class::isInstance))
                .hasSize(1);
        assertThat(outcomes.stream().filter(LedgerOutcome.KeyReused.class::isInstance))
                .hasSize(SENDERS - 1);
        assertThat(entries("mixed")).isEqualTo("1");
    }

    @Test
    void appliesAKeyOnceThatComesTwiceInOneBatch() {
        try (FlushCountingProxy proxy = new FlushCountingProxy(database.url());
                TestEngine slow = TestEngine.start(proxy.url(), LaneLimits.oneLane())) {
            slow.open("batch");
            proxy.hold();
            Future<LedgerOutcome> opener = slow.apply(slow.deposit("batch", "opener", 1));
            proxy.awaitClient();
            // The lane waits for the opener's answer, so all of these are one batch.
            List<Future<LedgerOutcome>> batch = Stream.of(
                            slow.deposit("batch", "twice", 500),
                            slow.deposit("batch", "twice", 500),
                            slow.deposit("batch", "twice", 501),
                            slow.debit("batch", "none", 9_000),
                            slow.debit("batch", "none", 9_000))
                    .map(slow::apply)
                    .toList();
            proxy.letGo();

            assertThat(Await.on(opener)).isInstanceOf(LedgerOutcome.Applied.class);
            List<LedgerOutcome> outcomes = batch.stream().map(Await::on).toList();
            LedgerOutcome.Applied first = (LedgerOutcome.Applied) outcomes.get(0);
            LedgerOutcome.Refused refused = (LedgerOutcome.Refused) outcomes.get(3);
            assertThat(outcomes)
                    .containsExactly(
                            new LedgerOutcome.Applied(first.entry(), first.balanceRef(), false),
                            new LedgerOutcome.Applied(first.entry(), first.balanceRef(), true),
                            new LedgerOutcome.KeyReused(),
                            new LedgerOutcome.Refused(refused.refusal(), false),
                            new LedgerOutcome.Refused(refused.refusal(), true));
            assertThat(entries("batch")).isEqualTo("2");
        }
    }

    @Test
    void answersAReplayWithExactlyTheFirstAnswerAfterARestart() {
        engine.open("kept");
        LedgerRequest applied = engine.deposit("kept", "k1", 100);
        LedgerRequest refused = engine.debit("kept", "k2", 101);
        LedgerOutcome.Applied firstApplied = (LedgerOutcome.Applied) Await.on(engine.apply(applied));
        LedgerOutcome.Refused firstRefused = (LedgerOutcome.Refused) Await.on(engine.apply(refused));

        try (TestEngine other = TestEngine.start(database.url())) {
            assertThat(Await.on(other.apply(applied)))
                    .isEqualTo(new LedgerOutcome.Applied(firstApplied.entry(), firstApplied.balanceRef(), true));
            assertThat(Await.on(other.apply(refused)))
                    .isEqualTo(new LedgerOutcome.Refused(firstRefused.refusal(), true));
        }
    }

    @Test
    void tellsKeysApartThatLookAlike() {
        engine.open("alike");
        // Case, space, composed and decomposed accents, quotes, a backslash, an emoji, the greatest length.
        List<String> keys = List.of(
                "key",
                "KEY",
                "key ",
                " key",
                "k\u00e9y",
                "ke\u0301y",
                "k'y",
                "k''y",
                "k\\y",
                "\ud83d\udcb3",
                "k".repeat(128));

        for (String key : keys) {
            LedgerRequest request = engine.deposit("alike", key, 1);
            LedgerOutcome.Applied first = (LedgerOutcome.Applied) Await.on(engine.apply(request));
            assertThat(first.replayed()).as(key).isFalse();
            assertThat(Await.on(engine.apply(request)))
                    .isEqualTo(new LedgerOutcome.Applied(first.entry(), first.balanceRef(), true));
        }
        assertThat(entries("alike")).isEqualTo(String.valueOf(keys.size()));
    }

    private List<LedgerOutcome> fromManyThreads(LedgerRequest request) {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            return IntStream.range(0, SENDERS)
                    .mapToObj(i -> Future.fromCompletionStage(
                            CompletableFuture.supplyAsync(() -> Await.on(engine.apply(request)), threads)))
                    .toList()
                    .stream()
                    .map(Await::on)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private String entries(String account) {
        return database.queryText("SELECT count(*) FROM journal JOIN account USING (bucket, account_id)"
                + " WHERE account_ref = '" + account + "'");
    }
}
