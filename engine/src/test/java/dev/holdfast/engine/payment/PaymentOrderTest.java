package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.payment.Fact.Approved;
import dev.holdfast.engine.payment.Fact.CaptureReversed;
import dev.holdfast.engine.payment.Fact.Captured;
import dev.holdfast.engine.payment.Fact.Expired;
import dev.holdfast.engine.payment.Fact.RefundReversed;
import dev.holdfast.engine.payment.Fact.Refunded;
import dev.holdfast.engine.payment.Fact.Reversed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every set of a payment's messages, in every order, with the ledger followed step by step. */
class PaymentOrderTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID INCREMENT = new UUID(0, 2);

    /** What may happen to one payment; the amounts are chosen so that no two sums agree by accident. */
    private static final List<Fact> MESSAGES = List.of(
            new Approved(FIRST, 1_000),
            new Approved(INCREMENT, 270),
            new Reversed(FIRST, 700),
            new Reversed(FIRST, 0),
            new Reversed(INCREMENT, 0),
            new Captured("part", 430, false),
            new Captured("last", 810, true),
            new CaptureReversed("part"),
            new CaptureReversed("last"),
            new Refunded("refund", 55),
            new RefundReversed("refund"),
            new Expired());

    /**
     * An order is a path from the empty set of messages to the full one. If each message, added to each set without it,
     * moves the ledger from the one set's position to the other's, then all paths end in the same position.
     */
    @ParameterizedTest
    @EnumSource(PaymentKind.class)
    void endsInTheSamePositionInAnyOrder(PaymentKind kind) {
        for (int known = 0; known < 1 << MESSAGES.size(); known++) {
            Payment before = payment(kind, known);
            for (int next = 0; next < MESSAGES.size(); next++) {
                Payment after = before.with(MESSAGES.get(next)).orElseThrow();
                assertThat(after).isEqualTo(payment(kind, known | 1 << next));
                followsTheLedger(kind, before.position(), after.position());
            }
        }
    }

    private static Payment payment(PaymentKind kind, int known) {
        Set<Fact> facts = IntStream.range(0, MESSAGES.size())
                .filter(index -> (known & 1 << index) != 0)
                .mapToObj(MESSAGES::get)
                .collect(Collectors.toSet());
        return new Payment(kind, facts);
    }

    private static void followsTheLedger(PaymentKind kind, Position from, Position to) {
        Ledger ledger = new Ledger(kind, from);
        Steps.between(kind, from, to).forEach(ledger::post);
        assertThat(ledger.held).isEqualTo(to.held());
        assertThat(ledger.settled).isEqualTo(to.charged() - to.refunded());
    }

    /** What the book does with the steps, with the book's own rule that a hold never has less than nothing. */
    private static final class Ledger {

        private final PaymentKind kind;
        private long held;
        private long settled;

        Ledger(PaymentKind kind, Position from) {
            this.kind = kind;
            this.held = from.held();
            this.settled = from.charged() - from.refunded();
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
            assertThat(kind == PaymentKind.FINAL_AUTHORIZATION && operation.actsOnHold())
                    .isFalse();
        }
    }
}
