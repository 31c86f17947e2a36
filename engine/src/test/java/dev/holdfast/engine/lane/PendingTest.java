package dev.holdfast.engine.lane;

import dev.holdfast.engine.testing.Await;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PendingTest {

    private final Failure tooLate = new Failure(Failure.Kind.DEADLINE_EXCEEDED, "too late", null);
    private final Failure unknown = new Failure(Failure.Kind.OUTCOME_UNKNOWN, "unknown", null);

    private final Pending<StringBuilder, String> pending = new Pending<>(new WriteWord("a"), 1_000, 0, null);
    private final Future<String> answer = pending.promise().future();

    @Test
    void expiresOnlyAfterItsDeadline() {
        assertThat(pending.expired(1_000)).isFalse();
        assertThat(pending.expired(1_001)).isTrue();
    }

    @Test
    void answersWhatWasDecidedThoughItHadFailedBefore() {
        pending.fail(tooLate);
        pending.decide(new StringBuilder());
        pending.answer();

        assertThat(pending.failed()).isFalse();
        assertThat(Await.on(answer)).isEqualTo("wrote a");
    }

    @Test
    void answersWhatIsRecalledThoughItHadFailedBefore() {
        pending.fail(tooLate);
        assertThat(pending.recall(new StringBuilder("a"))).isTrue();
        pending.answer();

        assertThat(pending.failed()).isFalse();
        assertThat(Await.on(answer)).isEqualTo("has a");
    }

    @Test
    void keepsItsFailureWhereNothingIsRecalled() {
        pending.fail(tooLate);
        assertThat(pending.recall(new StringBuilder())).isFalse();
        pending.answer();

        assertThat(Await.failureOf(answer)).isEqualTo(Failure.Kind.DEADLINE_EXCEEDED);
    }

    @Test
    void answersOnceWhenItIsDecidedAfterItsRelease() {
        pending.release(unknown);
        pending.decide(new StringBuilder());
        pending.answer();
        pending.release(unknown);

        assertThat(Await.failureOf(answer)).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);
    }

    @Test
    void answersOnceWhenItIsReleasedAfterItsAnswer() {
        pending.decide(new StringBuilder());
        pending.answer();
        pending.release(unknown);

        assertThat(Await.on(answer)).isEqualTo("wrote a");
    }
}
