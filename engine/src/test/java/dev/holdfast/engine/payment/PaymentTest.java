package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.payment.Fact.Approved;
import dev.holdfast.engine.payment.Fact.CaptureReversed;
import dev.holdfast.engine.payment.Fact.Captured;
import dev.holdfast.engine.payment.Fact.Expired;
import dev.holdfast.engine.payment.Fact.Refunded;
import dev.holdfast.engine.payment.Fact.Reversed;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What the lives of card payments post, message by message. */
class PaymentTest {

    @Test
    void leavesAPartAloneThatWouldBeTooMuch() {
        Set<Fact> many = new HashSet<>(Set.of(new Fact.Approved(new UUID(0, 1), PaymentKind.PRE_AUTHORIZATION, 5)));
        for (int i = 0; i < 998; i++) {
            many.add(i < 890 ? new Fact.Captured("c" + i, 1, false) : new Fact.Reversed(new UUID(1, i), 1));
        }
        Payment full = new Payment(many);

        assertThat(full.join(new Payment(Set.of(new Fact.Reversed(new UUID(2, 1), 1), new Fact.Expired(1)))))
                .isEmpty();
    }

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID INCREMENT = new UUID(0, 2);

    private final List<String> posted = new ArrayList<>();

    @Test
    void chargesAFinalAuthorizationAndNothingMoreWhenItIsClearedAtThatAmount() {
        play(new Approved(FIRST, FINAL_AUTHORIZATION, 100), new Captured("c", 100, true));

        assertThat(posted).containsExactly("DEBIT 100");
    }

    @Test
    void chargesTheExcessOfAFinalAuthorizationThatIsClearedForMore() {
        play(new Approved(FIRST, FINAL_AUTHORIZATION, 100), new Captured("c", 130, true));

        assertThat(posted).containsExactly("DEBIT 100", "DEBIT 30");
    }

    @Test
    void creditsTheRestOfAFinalAuthorizationThatIsClearedForLess() {
        play(new Approved(FIRST, FINAL_AUTHORIZATION, 100), new Captured("c", 80, true));

        assertThat(posted).containsExactly("DEBIT 100", "CREDIT 20");
    }

    @Test
    void creditsWhatIsNotClearedOfAFinalAuthorizationThatExpires() {
        play(new Approved(FIRST, FINAL_AUTHORIZATION, 100), new Captured("c", 60, false), new Expired(1));

        assertThat(posted).containsExactly("DEBIT 100", "CREDIT 40");
    }

    @Test
    void capturesFromTheHoldAndReleasesTheRestWithTheLastCapture() {
        play(
                new Approved(FIRST, PRE_AUTHORIZATION, 100),
                new Approved(INCREMENT, PRE_AUTHORIZATION, 50),
                new Captured("a", 60, false),
                new Captured("b", 70, true));

        assertThat(posted).containsExactly("HOLD 100", "HOLD 50", "DEBIT_HOLD 60", "DEBIT_HOLD 70", "RESTORE 20");
    }

    @Test
    void chargesBeyondTheHoldWhatIsCapturedBeyondIt() {
        play(new Approved(FIRST, PRE_AUTHORIZATION, 100), new Captured("c", 130, true));

        assertThat(posted).containsExactly("HOLD 100", "DEBIT_HOLD 100", "DEBIT 30");
    }

    @Test
    void takesTheAmountOfAPartialReversalForWhatIsLeft() {
        play(new Approved(FIRST, PRE_AUTHORIZATION, 100), new Reversed(FIRST, 70), new Reversed(FIRST, 0));

        assertThat(posted).containsExactly("HOLD 100", "RESTORE 30", "RESTORE 70");
    }

    @Test
    void holdsNothingForAnAuthorizationThatWasReversedBeforeItCame() {
        play(new Reversed(FIRST, 0), new Approved(FIRST, PRE_AUTHORIZATION, 100));

        assertThat(posted).isEmpty();
    }

    @Test
    void reversesOneAuthorizationAndNotTheIncrementAfterIt() {
        play(
                new Approved(FIRST, PRE_AUTHORIZATION, 100),
                new Approved(INCREMENT, PRE_AUTHORIZATION, 50),
                new Reversed(FIRST, 0));

        assertThat(posted).containsExactly("HOLD 100", "HOLD 50", "RESTORE 100");
    }

    @Test
    void chargesACaptureWithoutAuthorizationAndNothingForTheAuthorizationThatComesLater() {
        play(new Captured("c", 100, true), new Approved(FIRST, PRE_AUTHORIZATION, 100));

        assertThat(posted).containsExactly("DEBIT 100");
    }

    @Test
    void putsACaptureThatIsTakenBackOnTheHoldAgain() {
        play(new Approved(FIRST, PRE_AUTHORIZATION, 100), new Captured("c", 100, true), new CaptureReversed("c"));

        assertThat(posted).containsExactly("HOLD 100", "DEBIT_HOLD 100", "CREDIT_HOLD 100");
    }

    @Test
    void releasesACaptureThatIsTakenBackAfterTheAuthorizationHasExpired() {
        play(
                new Approved(FIRST, PRE_AUTHORIZATION, 100),
                new Captured("c", 100, true),
                new Expired(1),
                new CaptureReversed("c"));

        assertThat(posted).containsExactly("HOLD 100", "DEBIT_HOLD 100", "CREDIT_HOLD 100", "RESTORE 100");
    }

    @Test
    void creditsRefunds() {
        play(new Approved(FIRST, FINAL_AUTHORIZATION, 100), new Refunded("r", 40), new Refunded("s", 60));

        assertThat(posted).containsExactly("DEBIT 100", "CREDIT 40", "CREDIT 60");
    }

    @Test
    void movesNothingForAMessageThatWasThereBefore() {
        play(new Approved(FIRST, PRE_AUTHORIZATION, 100), new Approved(FIRST, PRE_AUTHORIZATION, 100));

        assertThat(posted).containsExactly("HOLD 100");
    }

    @Test
    void refusesAMessageThatContradictsOneThatWasThereBefore() {
        Payment payment = Payment.NEW.with(new Captured("c", 100, true)).orElseThrow();

        assertThat(payment.with(new Captured("c", 99, true))).isEmpty();
    }

    @Test
    void neverOverflowsInSilence() {
        Payment payment = Payment.NEW
                .with(new Approved(FIRST, FINAL_AUTHORIZATION, Long.MAX_VALUE))
                .flatMap(one -> one.with(new Approved(INCREMENT, FINAL_AUTHORIZATION, 1)))
                .orElseThrow();

        assertThat(catchThrowable(payment::position)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void chargesAtOnceWhatWasHeldWhenAnAuthorizationTurnsOutToBeFinal() {
        play(new Approved(FIRST, PRE_AUTHORIZATION, 100), new Approved(INCREMENT, FINAL_AUTHORIZATION, 20));

        assertThat(posted).containsExactly("HOLD 100", "DEBIT 120", "RESTORE 100");
    }

    private void play(Fact... messages) {
        Payment payment = Payment.NEW;
        for (Fact message : messages) {
            Payment after = payment.with(message).orElseThrow();
            for (Step step : Steps.between(after.kind(), payment.position(), after.position())) {
                Operation operation = step.operation();
                posted.add(operation + " " + step.amount());
            }
            payment = after;
        }
    }
}
