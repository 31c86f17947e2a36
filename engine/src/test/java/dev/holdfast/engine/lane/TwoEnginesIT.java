package dev.holdfast.engine.lane;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Two engines on one database, as two processes would be; their lanes share every account. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoEnginesIT {

    private static final int ACCOUNTS = 40;
    private static final int ROUNDS = 15;

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine one = TestEngine.start(database.url());
    // Another number of lanes, so that a batch here meets the accounts of several batches there.
    private final TestEngine other = TestEngine.start(
            database.url(),
            new LaneOptions(
                    LaneOptions.DEFAULTS.lanes() + 1,
                    LaneOptions.DEFAULTS.queueLimit(),
                    LaneOptions.DEFAULTS.batchLimit(),
                    LaneOptions.DEFAULTS.batchTimeout(),
                    LaneOptions.DEFAULTS.resolvePatience()));

    @AfterAll
    void leavesABookThatVerifies() {
        one.assertVerifies();
        one.close();
        other.close();
        database.close();
    }

    @Test
    void neverDeadlockOnTheSameAccountsInOppositeOrder() {
        String prefix = "ordered";
        open(prefix);
        long deadlocks = deadlocks();
        for (int round = 0; round < ROUNDS; round++) {
            List<Future<LedgerOutcome>> answers = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                answers.add(one.apply(one.deposit(prefix + i, "one" + round, 1)));
                int opposite = ACCOUNTS - 1 - i;
                answers.add(other.apply(other.deposit(prefix + opposite, "other" + round, 1)));
            }
            answers.forEach(answer -> assertThat(Await.on(answer)).isInstanceOf(LedgerOutcome.Applied.class));
        }
        assertThat(deadlocks()).isEqualTo(deadlocks);
        assertThat(database.queryText("SELECT sum(available_minor) FROM balance JOIN account USING (bucket, account_id)"
                        + " WHERE account_ref LIKE 'ordered%'"))
                .isEqualTo(String.valueOf(2 * ROUNDS * ACCOUNTS));
    }

    @Test
    void applyEachKeyOnceWhenBothAreAskedForIt() {
        String prefix = "both";
        open(prefix);
        for (int round = 0; round < ROUNDS; round++) {
            List<Future<LedgerOutcome>> atOne = new ArrayList<>();
            List<Future<LedgerOutcome>> atOther = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                LedgerRequest request = one.deposit(prefix + i, "key" + round, 1 + round);
                atOne.add(one.apply(request));
                atOther.add(other.apply(request));
            }
            for (int i = 0; i < ACCOUNTS; i++) {
                LedgerOutcome.Applied here = (LedgerOutcome.Applied) Await.on(atOne.get(i));
                LedgerOutcome.Applied there = (LedgerOutcome.Applied) Await.on(atOther.get(i));
                assertThat(here.entry()).isEqualTo(there.entry());
                assertThat(here.replayed()).isNotEqualTo(there.replayed());
            }
        }
    }

    @Test
    void agreeOnAccountsThatOneOpensWhileTheOtherAsksForThem() {
        List<Future<?>> opened = new ArrayList<>();
        List<Future<LedgerOutcome>> early = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String account = "new" + i;
            early.add(other.apply(other.deposit(account, "early", 5)));
            opened.add(one.engine().accounts().open(TestEngine.opening(one.key(account)), TestEngine.deadline()));
            opened.add(other.engine().accounts().open(TestEngine.opening(other.key(account)), TestEngine.deadline()));
        }
        opened.forEach(Await::on);

        for (int i = 0; i < ACCOUNTS; i++) {
            LedgerOutcome first = Await.on(early.get(i));
            LedgerOutcome again = Await.on(one.apply(one.deposit("new" + i, "early", 5)));
            assertThat(again).isEqualTo(asReplay(first));
        }
    }

    @Test
    void keepTheBookRightUnderLoadOnTheSameAccounts() {
        String prefix = "load";
        open(prefix);
        Random random = new Random(20_260_101);
        List<Future<LedgerOutcome>> answers = new ArrayList<>();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, ACCOUNTS).boxed().toList());
        for (int round = 0; round < ROUNDS * 4; round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                TestEngine engine = random.nextBoolean() ? one : other;
                answers.add(engine.apply(request(engine, prefix + i, "k" + round, random)));
            }
        }

        answers.forEach(answer -> assertThat(Await.on(answer)).isNotInstanceOf(LedgerOutcome.KeyReused.class));
    }

    private static LedgerRequest request(TestEngine engine, String account, String key, Random random) {
        long minor = random.nextLong(1, 100);
        return switch (random.nextInt(4)) {
            case 0 -> engine.debit(account, key, minor);
            case 1 -> engine.request(Operation.HOLD, account, key, minor, null);
            case 2 -> engine.request(Operation.WITHDRAWAL, account, key, minor, null);
            default -> engine.deposit(account, key, minor);
        };
    }

    private void open(String prefix) {
        IntStream.range(0, ACCOUNTS).forEach(i -> one.open(prefix + i));
    }

    private static LedgerOutcome asReplay(LedgerOutcome outcome) {
        return outcome.fold(
                applied -> new LedgerOutcome.Applied(applied.entry(), applied.balanceRef(), true),
                refused -> new LedgerOutcome.Refused(refused.refusal(), true),
                reused -> reused);
    }

    private long deadlocks() {
        return Long.parseLong(database.queryText("SELECT deadlocks FROM pg_stat_database WHERE datname = '"
                + database.url().database() + "'"));
    }
}
