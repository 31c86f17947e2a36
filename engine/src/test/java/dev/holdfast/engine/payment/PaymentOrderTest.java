package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.payment.Fact.Adjusted;
import dev.holdfast.engine.payment.Fact.Advised;
import dev.holdfast.engine.payment.Fact.AllReversed;
import dev.holdfast.engine.payment.Fact.AnswerVoided;
import dev.holdfast.engine.payment.Fact.Approved;
import dev.holdfast.engine.payment.Fact.CaptureReversed;
import dev.holdfast.engine.payment.Fact.Captured;
import dev.holdfast.engine.payment.Fact.Expired;
import dev.holdfast.engine.payment.Fact.RefundReversed;
import dev.holdfast.engine.payment.Fact.Refunded;
import dev.holdfast.engine.payment.Fact.Reversed;
import dev.holdfast.engine.payment.Fact.Unexpired;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every set of a payment's messages, in every order, with the ledger followed step by step. */
class PaymentOrderTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID INCREMENT = new UUID(0, 2);

    /** What may happen to one payment; the amounts are chosen so that no two sums agree by accident. */
    private static final List<Fact> LATER = List.of(
            new Reversed(FIRST, 700),
            new Reversed(FIRST, 0),
            new Reversed(INCREMENT, 0),
            new Captured("part", 430, false),
            new Captured("last", 810, true),
            new CaptureReversed("part"),
            new CaptureReversed("last"),
            new Refunded("refund", 55),
            new RefundReversed("refund"),
            new Expired(1));

    /** What the network decides itself, and what becomes of our answer; disputes and an operator beside it. */
    private static final List<Fact> STOOD_IN = List.of(
            new Advised(FIRST, PaymentKind.FINAL_AUTHORIZATION, 640),
            new Advised(FIRST, PaymentKind.PRE_AUTHORIZATION, 910),
            new AnswerVoided(FIRST),
            new AnswerVoided(INCREMENT),
            new Reversed(FIRST, 700),
            new AllReversed(830),
            new AllReversed(0),
            new Captured("last", 810, true),
            new CaptureReversed("last"),
            new Adjusted("dispute", 333),
            new Adjusted("fee", -12),
            new Unexpired(1),
            new Expired(1));

    /**
     * An order is a path from the empty set of messages to the full one. If each message, added to each set without it,
     * moves the ledger from the one set's position to the other's, then all paths end in the same position.
     */
    @ParameterizedTest
    @CsvSource({
        "PRE_AUTHORIZATION, PRE_AUTHORIZATION",
        "FINAL_AUTHORIZATION, FINAL_AUTHORIZATION",
        "PRE_AUTHORIZATION, FINAL_AUTHORIZATION",
    })
    void endsInTheSamePositionInAnyOrder(PaymentKind first, PaymentKind increment) {
        endsInTheSamePosition(LATER, first, increment);
        endsInTheSamePosition(STOOD_IN, first, increment);
    }

    private static void endsInTheSamePosition(List<Fact> later, PaymentKind first, PaymentKind increment) {
        List<Fact> messages = new ArrayList<>(later);
        messages.add(new Approved(FIRST, first, 1_000));
        messages.add(new Approved(INCREMENT, increment, 270));
        for (int known = 0; known < 1 << messages.size(); known++) {
            Payment before = payment(messages, known);
            for (int next = 0; next < messages.size(); next++) {
                Payment after = before.with(messages.get(next)).orElseThrow();
                assertThat(after).isEqualTo(payment(messages, known | 1 << next));
                followsTheLedger(after.kind(), before.position(), after.position());
            }
        }
    }

    /** A payment in two parts, of which one was authorized, comes to what it would be in one. */
    @ParameterizedTest
    @CsvSource({
        "PRE_AUTHORIZATION, PRE_AUTHORIZATION",
        "PRE_AUTHORIZATION, FINAL_AUTHORIZATION",
    })
    void joinsWhatItsPartsKnow(PaymentKind first, PaymentKind increment) {
        List<Fact> orphans = LATER;
        List<Fact> authorized = List.of(
                new Approved(FIRST, first, 1_000),
                new Approved(INCREMENT, increment, 270),
                new Captured("part", 430, false),
                new AnswerVoided(INCREMENT));
        for (int one = 0; one < 1 << orphans.size(); one++) {
            Payment orphan = payment(orphans, one);
            for (int other = 0; other < 1 << authorized.size(); other++) {
                Payment claim = payment(authorized, other);
                Payment joined = claim.join(orphan).orElseThrow();
                assertThat(joined.facts()).containsAll(orphan.facts()).containsAll(claim.facts());
                assertThat(joined).isEqualTo(orphan.join(claim).orElseThrow());
                followsTheLedger(joined.kind(), claim.position().plus(orphan.position()), joined.position());
            }
        }
    }

    private static Payment payment(List<Fact> messages, int known) {
        return new Payment(IntStream.range(0, messages.size())
                .filter(index -> (known & 1 << index) != 0)
                .mapToObj(messages::get)
                .collect(Collectors.toSet()));
    }

    private static void followsTheLedger(PaymentKind kind, Position from, Position to) {
        Ledger ledger = new Ledger(from);
        Steps.between(kind, from, to).forEach(ledger::post);
        assertThat(ledger.held).isEqualTo(to.held());
        assertThat(ledger.settled).isEqualTo(to.settled());
    }

    /** What the book does with the steps, with the book's own rule that a hold never has less than nothing. */
    private static final class Ledger {

        private long held;
        private long settled;

        Ledger(Position from) {
            this.held = from.held();
            this.settled = from.settled();
        }

        void post(Step step) {
            Operation operation = step.operation();
            switch (operation) {
                case HOLD -> held += step.amount();
                case RESTORE -> held -= step.amount();
                case DEBIT -> settled += step.amount();
                case CREDIT -> settled -= step.amount();
                case DEBIT_HOLD -> {
                    held -= step.amount();
                    settled += step.amount();
                }
                case CREDIT_HOLD -> {
                    held += step.amount();
                    settled -= step.amount();
                }
                default -> throw new AssertionError("not an operation of the network: " + operation);
            }
            assertThat(held).isNotNegative();
        }
    }
}
