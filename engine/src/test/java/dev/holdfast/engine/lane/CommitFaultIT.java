package dev.holdfast.engine.lane;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOutcome;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.CommitDroppingProxy;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The connection breaks where nobody can know, from the lane's side, whether the transaction was committed. */
class CommitFaultIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final CommitDroppingProxy proxy = new CommitDroppingProxy(DATABASE.url());
    private final TestEngine engine = TestEngine.start(proxy.url(), LaneLimits.impatient());

    @BeforeEach
    void fund() {
        engine.open("a");
        engine.open("b");
        Await.on(engine.apply(engine.deposit("a", "fund-" + System.nanoTime(), 10_000)));
    }

    @AfterEach
    void leavesABookThatVerifies() {
        proxy.refuseConnections(false);
        engine.close();
        proxy.close();
        try (TestEngine direct = TestEngine.start(DATABASE.url())) {
            direct.assertVerifies();
        }
    }

    @Test
    void tellsWhatWasCommittedWhenTheReplyIsLost() {
        proxy.dropCommitReplies(1);
        LedgerRequest request = engine.debit("a", "reply-lost", 100);

        LedgerOutcome.Applied applied = (LedgerOutcome.Applied) Await.on(engine.apply(request));

        assertThat(proxy.dropped()).isEqualTo(1);
        assertThat(entries("reply-lost")).isEqualTo("1");
        assertThat(((LedgerOutcome.Applied) Await.on(engine.apply(request))).entry())
                .isEqualTo(applied.entry());
        assertThat(entries("reply-lost")).isEqualTo("1");
    }

    @Test
    void appliesOnceWhenTheCommitNeverReachedTheServer() {
        proxy.dropCommitRequests(1);

        LedgerOutcome outcome = Await.on(engine.apply(engine.debit("a", "request-lost", 100)));

        assertThat(proxy.dropped()).isEqualTo(1);
        assertThat(outcome).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(entries("request-lost")).isEqualTo("1");
    }

    @Test
    void tellsTheTruthAboutEveryKindOfOutcomeInABatch() {
        proxy.dropCommitReplies(1);
        List<Future<LedgerOutcome>> answers = List.of(
                engine.apply(engine.request(Operation.HOLD, "a", "batch-hold", 100, null)),
                engine.apply(engine.debit("a", "batch-debit", 100)),
                engine.apply(engine.debit("b", "batch-refused", 100)),
                engine.apply(engine.debit("nobody", "batch-nobody", 100)),
                engine.apply(engine.debit("a", "batch-debit", 100)),
                engine.apply(engine.debit("a", "batch-debit", 101)));

        List<LedgerOutcome> outcomes = answers.stream().map(Await::on).toList();

        assertThat(proxy.dropped()).isEqualTo(1);
        assertThat(outcomes.subList(0, 2)).allMatch(LedgerOutcome.Applied.class::isInstance);
        assertThat(outcomes.subList(2, 4)).allMatch(LedgerOutcome.Refused.class::isInstance);
        assertThat(((LedgerOutcome.Applied) outcomes.get(4)).entry())
                .isEqualTo(((LedgerOutcome.Applied) outcomes.get(1)).entry());
        assertThat(outcomes.get(5)).isInstanceOf(LedgerOutcome.KeyReused.class);
        assertThat(entries("batch-debit")).isEqualTo("1");
    }

    @Test
    void appliesOnceHoweverOftenTheReplyIsLost() {
        proxy.dropCommitReplies(3);
        List<Future<LedgerOutcome>> answers = IntStream.range(0, 60)
                .mapToObj(i -> engine.apply(engine.debit("a", "often" + i, 1)))
                .toList();

        answers.forEach(answer -> assertThat(Await.on(answer)).isInstanceOf(LedgerOutcome.Applied.class));
        assertThat(DATABASE.queryText("SELECT count(*) FROM journal WHERE idempotency_key LIKE 'often%'"))
                .isEqualTo("60");
    }

    @Test
    void opensAnAccountOnceWhenTheReplyIsLost() {
        proxy.dropCommitReplies(1);

        AccountOutcome outcome = Await.on(engine.engine()
                .accounts()
                .open(TestEngine.opening(engine.key("opened-in-doubt")), TestEngine.deadline()));

        assertThat(proxy.dropped()).isEqualTo(1);
        assertThat(outcome).isInstanceOf(AccountOutcome.Done.class);
    }

    @Test
    void saysThatItDoesNotKnowWhenTheDatabaseStaysAway() {
        proxy.dropCommitReplyAndStayAway();
        LedgerRequest request = engine.debit("a", "unknown", 100);
        Future<LedgerOutcome> answer = engine.apply(request);

        assertThat(Await.failureOf(answer)).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);

        proxy.refuseConnections(false);
        LedgerOutcome.Applied again = (LedgerOutcome.Applied) Await.on(engine.apply(request));
        assertThat(again.replayed()).isTrue();
        assertThat(entries("unknown")).isEqualTo("1");
    }

    @Test
    void neverSaysThatNothingHappenedWhenItDidThoughTheDeadlineHasPassed() {
        proxy.dropCommitReplyAndStayAway();
        Instant soon = Instant.now().plusMillis(300);
        Future<LedgerOutcome> answer = engine.engine().ledger().apply(engine.debit("a", "late-truth", 100), soon);
        Await.until("the deadline has passed", () -> Instant.now().isAfter(soon));
        proxy.refuseConnections(false);

        assertThat(Await.on(answer)).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(entries("late-truth")).isEqualTo("1");
    }

    @Test
    void neverSaysThatAnAccountWasNotChangedWhenItWas() {
        proxy.dropCommitReplyAndStayAway();
        Instant soon = Instant.now().plusMillis(300);
        AccountChange change = new AccountChange(engine.key("b"), AccountStatus.INACTIVE, null, null);
        Future<AccountOutcome> answer = engine.engine().accounts().change(change, soon);
        Await.until("the deadline has passed", () -> Instant.now().isAfter(soon));
        proxy.refuseConnections(false);

        Await.until("it is answered", answer::isComplete);
        boolean claimsNothingHappened = answer.failed()
                && answer.cause() instanceof Failure failure
                && failure.kind().nothingApplied();
        assertThat(
                        DATABASE.queryText(
                                "SELECT account_status FROM balance JOIN account USING (bucket, account_id) WHERE account_ref = 'b'"))
                .isEqualTo("inactive");
        assertThat(claimsNothingHappened).as("%s", answer).isFalse();
    }

    @Test
    void stopsThoughACommitIsInDoubtAndTheDatabaseAway() {
        proxy.dropCommitReplyAndStayAway();
        Future<LedgerOutcome> answer = engine.apply(engine.debit("a", "stopping", 100));
        Await.until("the reply was lost", () -> proxy.dropped() == 1);

        Await.on(engine.engine().close());

        assertThat(Await.failureOf(answer)).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);
        assertThat(entries("stopping")).isEqualTo("1");
    }

    private static String entries(String key) {
        return DATABASE.queryText("SELECT count(*) FROM journal WHERE idempotency_key = '" + key + "'");
    }
}
