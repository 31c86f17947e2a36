package dev.holdfast.engine.lane;

import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.FlushCountingProxy;
import dev.holdfast.engine.testing.Invariants;
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

class LaneBoundsIT {

    private static final int QUEUE = 5;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FlushCountingProxy proxy = new FlushCountingProxy(DATABASE.url());
    private final TestEngine engine = TestEngine.start(proxy.url(), LaneLimits.oneLaneWithQueueOf(QUEUE));

    @BeforeEach
    void openAccountAndOccupyTheLane() {
        engine.open("a");
        proxy.hold();
        occupier = engine.apply(engine.deposit("a", "occupier-" + System.identityHashCode(this), 1));
        proxy.awaitClient();
    }

    private Future<LedgerOutcome> occupier = Future.failedFuture("not yet");

    @AfterEach
    void stop() {
        proxy.letGo();
        Await.on(occupier);
        Invariants.assertHold(DATABASE.url());
        engine.close();
        proxy.close();
    }

    @Test
    void answersBusyAtOnceWhenTheQueueIsFull() {
        List<Future<LedgerOutcome>> queued = IntStream.range(0, QUEUE)
                .mapToObj(i -> engine.apply(engine.deposit("a", "queued" + i, 1)))
                .toList();

        // Answered while the lane still waits for the database.
        assertThat(Await.failureOf(engine.apply(engine.deposit("a", "too-many", 1))))
                .isEqualTo(Failure.Kind.BUSY);
        assertThat(queued).noneMatch(Future::isComplete);

        proxy.letGo();
        queued.forEach(answer -> assertThat(Await.on(answer)).isInstanceOf(LedgerOutcome.Applied.class));
        assertThat(entries("too-many")).isEqualTo("0");
    }

    @Test
    void takesCommandsAgainWhenTheQueueHasEmptied() {
        IntStream.range(0, QUEUE * 2).forEach(i -> engine.apply(engine.deposit("a", "full" + i, 1)));
        proxy.letGo();
        Await.on(occupier);

        Await.until("the lane takes commands again", () -> {
            Future<LedgerOutcome> answer = engine.apply(engine.deposit("a", "after", 1));
            Await.until("it is answered", answer::isComplete);
            return answer.succeeded();
        });
    }

    @Test
    void dropsACommandWhoseDeadlineHasPassedBeforeItCame() {
        proxy.letGo();
        Future<LedgerOutcome> late = engine.engine()
                .ledger()
                .apply(engine.deposit("a", "late", 1), Instant.now().minusSeconds(1));

        assertThat(Await.failureOf(late)).isEqualTo(Failure.Kind.DEADLINE_EXCEEDED);
        assertThat(entries("late")).isEqualTo("0");
    }

    @Test
    void dropsACommandWhoseDeadlinePassesWhileItWaits() {
        Instant soon = Instant.now().plusMillis(50);
        Future<LedgerOutcome> late = engine.engine().ledger().apply(engine.deposit("a", "waits", 1), soon);

        // Answered although the database has not moved.
        assertThat(Await.failureOf(late)).isEqualTo(Failure.Kind.DEADLINE_EXCEEDED);
        assertThat(occupier.isComplete()).isFalse();
        proxy.letGo();
        Await.on(occupier);
        assertThat(entries("waits")).isEqualTo("0");
    }

    @Test
    void answersWhatItHasTakenAndNothingElseWhileItStops() {
        Future<LedgerOutcome> taken = engine.apply(engine.deposit("a", "taken", 1));
        Future<Void> closing = engine.engine().close();

        assertThat(Await.failureOf(engine.apply(engine.deposit("a", "refused", 1))))
                .isEqualTo(Failure.Kind.SHUTTING_DOWN);
        assertThat(engine.engine().ready()).isFalse();
        assertThat(closing.isComplete()).isFalse();

        proxy.letGo();
        Await.on(closing);
        assertThat(taken.isComplete()).isTrue();
        assertThat(Await.on(taken)).isInstanceOf(LedgerOutcome.Applied.class);
        assertThat(Await.failureOf(engine.apply(engine.deposit("a", "later", 1))))
                .isEqualTo(Failure.Kind.SHUTTING_DOWN);
        assertThat(entries("refused")).isEqualTo("0");
    }

    private static String entries(String key) {
        return DATABASE.queryText("SELECT count(*) FROM journal WHERE idempotency_key = '" + key + "'");
    }
}
