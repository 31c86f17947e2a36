package dev.holdfast.engine.lane;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerCommand;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** What a lane claims about commands whose commit is in doubt while the wall clock moves, forward or back. */
class InDoubtTest {

    private static final long DEADLINE = 100_000;
    private static final long BEFORE = DEADLINE - 100;
    /** Past the deadline, and within the grace that a stuck batch has. */
    private static final long AFTER = DEADLINE + 100;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong now = new AtomicLong(BEFORE);

    @AfterEach
    void stop() {
        Await.on(vertx.close());
    }

    @Test
    void doesNotClaimThatNothingWasAppliedAboutAnAccountThatDoesNotExist() {
        ScriptedSessions<Book> sessions = new ScriptedSessions<>(Book::new).thenLoseAFlush(() -> now.set(AFTER));
        References references = new References("key", null, null);
        LedgerRequest request = new LedgerRequest(
                Operation.DEPOSIT,
                new AccountKey(1, "nobody"),
                references,
                new Money(1, Currency.of("PHP")),
                null,
                false);

        Future<LedgerOutcome> answer = submit(sessions, new LedgerCommand(request));

        assertThat(Await.failureOf(answer)).isEqualTo(Failure.Kind.OUTCOME_UNKNOWN);
        assertThat(sessions.flushes()).isEqualTo(2);
    }

    @Test
    void claimsThatNothingWasAppliedWhereTheLockedRowsProveIt() {
        ScriptedSessions<StringBuilder> sessions =
                new ScriptedSessions<>(StringBuilder::new).thenLoseAFlush(() -> now.set(AFTER));

        assertThat(Await.failureOf(submit(sessions, new WriteWord("a")))).isEqualTo(Failure.Kind.DEADLINE_EXCEEDED);
    }

    @Test
    void answersWhatItAppliedWhenTheClockIsSetBackAfterTheDeadline() {
        ScriptedSessions<StringBuilder> sessions = new ScriptedSessions<>(StringBuilder::new)
                .thenLoseAFlush(() -> now.set(AFTER))
                .thenLoseAFlush(() -> now.set(BEFORE));

        assertThat(Await.on(submit(sessions, new WriteWord("a")))).isEqualTo("wrote a");
        assertThat(sessions.flushes()).isEqualTo(3);
    }

    private <B, O> Future<O> submit(ScriptedSessions<B> sessions, Command<B, O> command) {
        return Lanes.start(vertx, LaneLimits.oneLane(), sessions, new SimpleMeterRegistry(), new SetClock(now))
                .compose(lanes -> lanes.submit(command, Instant.ofEpochMilli(DEADLINE)));
    }

    /** Shows what the test has set it to. */
    private static final class SetClock extends Clock {

        private final AtomicLong millis;

        private SetClock(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }
    }
}
