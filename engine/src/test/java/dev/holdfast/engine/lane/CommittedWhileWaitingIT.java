package dev.holdfast.engine.lane;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOutcome;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What another process commits while a batch waits for a lock, after the statement that locks has begun. */
@TestInstance(Lifecycle.PER_CLASS)
class CommittedWhileWaitingIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine waiting = TestEngine.start(database.url(), LaneLimits.oneLane());
    private final TestEngine other = TestEngine.start(database.url());
    private int rounds;

    @BeforeAll
    void openTheAccountsThatAreWaitedFor() {
        other.open("first");
        other.open("second");
    }

    @AfterAll
    void leavesABookThatVerifies() {
        other.assertVerifies();
        waiting.close();
        other.close();
        database.close();
    }

    @Test
    void aKeyThatWasUsedOnAnAccountOpenedMeanwhileIsRecalled() throws SQLException {
        LedgerOutcome answer = meanwhile(() -> waiting.apply(waiting.deposit("used", "k", 5)), () -> {
            other.open("used");
            Await.on(other.apply(other.deposit("used", "k", 5)));
        });

        assertThat(((LedgerOutcome.Applied) answer).replayed()).isTrue();
        assertThat(other.entries("used")).isEqualTo(1);
    }

    @Test
    void anAccountOpenedMeanwhileIsFound() throws SQLException {
        LedgerOutcome answer =
                meanwhile(() -> waiting.apply(waiting.deposit("found", "k", 5)), () -> other.open("found"));

        assertThat(((LedgerOutcome.Applied) answer).replayed()).isFalse();
    }

    @Test
    void anOpeningMadeMeanwhileIsRecalled() throws SQLException {
        AccountOutcome answer = meanwhile(
                () -> waiting.engine()
                        .accounts()
                        .open(TestEngine.opening(waiting.key("opened")), TestEngine.deadline()),
                () -> other.open("opened"));

        assertThat(((AccountOutcome.Done) answer).replayed()).isTrue();
    }

    @Test
    void anAccountOpenedMeanwhileIsChanged() throws SQLException {
        AccountOutcome answer = meanwhile(() -> deactivate(waiting, "changed"), () -> other.open("changed"));

        assertThat(((AccountOutcome.Done) answer).account().status()).isEqualTo(AccountStatus.INACTIVE);
    }

    @Test
    void moneyThatCameMeanwhileIsSpent() throws SQLException {
        String account = lockedAfterSecond("funded");
        Await.on(other.apply(other.deposit(account, "before", 100)));

        LedgerOutcome answer = meanwhile(
                () -> waiting.apply(waiting.debit(account, "k", 107)),
                () -> Await.on(other.apply(other.deposit(account, "meanwhile", 7))));

        assertThat(((LedgerOutcome.Applied) answer).entry().after().available()).isZero();
    }

    @Test
    void anAccountMadeInactiveMeanwhileIsInactiveOnEveryBalance() throws SQLException {
        String account = lockedAfterSecond("stopped");

        LedgerOutcome answer = meanwhile(
                () -> waiting.apply(waiting.request(Operation.DEPOSIT, account, "k", 5, "savings")),
                () -> Await.on(deactivate(other, account)));

        assertThat(((LedgerOutcome.Refused) answer).refusal().reason()).isEqualTo(RefusalReason.ACCOUNT_INACTIVE);
    }

    private static Future<AccountOutcome> deactivate(TestEngine engine, String account) {
        AccountChange change = new AccountChange(engine.key(account), AccountStatus.INACTIVE, null, null);
        return engine.engine().accounts().change(change, TestEngine.deadline());
    }

    /** Opens an account that a batch which waits for "second" has not locked yet, so that others may change it. */
    private String lockedAfterSecond(String prefix) {
        AccountId second = AccountId.of(other.key("second"));
        String account = IntStream.range(0, 1_000)
                .mapToObj(i -> prefix + i)
                .filter(ref -> AccountId.of(other.key(ref)).compareTo(second) > 0)
                .findFirst()
                .orElseThrow();
        other.open(account, "default", "savings");
        return account;
    }

    /** Runs something while a batch with the command in it waits for a lock; then lets the batch go on. */
    private <T> T meanwhile(Supplier<Future<T>> command, Runnable elsewhere) throws SQLException {
        String key = "round" + rounds++;
        Future<T> answer;
        try (Connection first = lock("first");
                Connection second = lock("second")) {
            Future<?> batchBefore = waiting.apply(waiting.deposit("first", key, 1));
            awaitWaiting();
            Future<?> neighbour = waiting.apply(waiting.deposit("second", key, 1));
            answer = command.get();
            first.rollback();
            Await.on(batchBefore);
            awaitWaiting();
            elsewhere.run();
            assertThat(answer.isComplete()).isFalse();
            second.rollback();
            Await.on(neighbour);
        }
        return Await.on(answer);
    }

    private Connection lock(String account) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM balance JOIN account USING (bucket, account_id) WHERE account_ref = '"
                    + account + "' FOR UPDATE OF balance");
        }
        return connection;
    }

    private void awaitWaiting() {
        Await.until(
                "the lane waits for the lock",
                () -> database.queryText("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND application_name = 'holdfast-lane' AND datname = current_database()")
                        .equals("1"));
    }
}
