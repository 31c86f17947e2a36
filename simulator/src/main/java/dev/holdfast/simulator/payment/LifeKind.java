package dev.holdfast.simulator.payment;

import dev.holdfast.simulator.operation.Operation;

import java.util.List;
import java.util.function.Consumer;

import static dev.holdfast.simulator.payment.Naming.BALANCE_ANSWERED;
import static dev.holdfast.simulator.payment.Naming.DEFAULT_BALANCE;
import static dev.holdfast.simulator.payment.Naming.HOLD_ANSWERED;
import static dev.holdfast.simulator.payment.Naming.NOTHING;
import static dev.holdfast.simulator.payment.Naming.PROMO_BALANCE;
import static dev.holdfast.simulator.payment.Naming.UNKNOWN_BALANCE;
import static dev.holdfast.simulator.payment.Naming.UNKNOWN_HOLD;
import static dev.holdfast.simulator.payment.Step.Flow.EVEN_AFTER_REFUSAL;
import static dev.holdfast.simulator.payment.Step.Flow.KEY_OF_PREVIOUS;
import static dev.holdfast.simulator.payment.Step.Flow.NORMAL;

/**
 * The lives that a payment can have, with their weight and their ledger operations in order. Each row is what Open
 * Fabric sends for a sequence of network events; weights are relative within ordinary and within refused lives.
 */
public enum LifeKind {
    /** Cleared for what was authorized: the clearing moves nothing. */
    FINAL_CLEARED(42, draft -> draft.debit(draft.purchase())),
    FINAL_CLEARED_FOR_LESS(3, draft -> {
        long authorized = draft.purchase();
        draft.debit(authorized).credit(draft.part(authorized), BALANCE_ANSWERED);
    }),
    FINAL_CLEARED_FOR_MORE(2, draft -> {
        long authorized = draft.purchase();
        draft.debit(authorized).forcedDebit(draft.part(authorized), BALANCE_ANSWERED);
    }),
    FINAL_REVERSED(3, draft -> {
        long authorized = draft.purchase();
        draft.debit(authorized).credit(authorized, BALANCE_ANSWERED);
    }),
    /** Never cleared: the whole is credited when the authorization expires. */
    FINAL_EXPIRED(1, draft -> {
        long authorized = draft.purchase();
        draft.debit(authorized).credit(authorized, BALANCE_ANSWERED);
    }),
    PREAUTH_CAPTURED(10, draft -> {
        long authorized = draft.preauthorization();
        draft.hold(authorized).capture(authorized);
    }),
    PREAUTH_INCREMENTED(4, draft -> {
        long authorized = draft.preauthorization();
        long first = draft.part(authorized);
        long second = draft.part(authorized);
        draft.hold(authorized).increment(first).increment(second).capture(authorized + first + second);
    }),
    PREAUTH_CAPTURED_IN_PARTS(4, draft -> {
        long authorized = draft.preauthorization();
        long first = draft.part(authorized);
        draft.hold(authorized).capture(first).capture(authorized - first);
    }),
    PREAUTH_CAPTURED_FOR_LESS(4, draft -> {
        long authorized = draft.preauthorization();
        long captured = draft.part(authorized);
        draft.hold(authorized).capture(captured).restore(authorized - captured);
    }),
    /** The hold covers what it can; the excess is a forced debit. */
    PREAUTH_CAPTURED_FOR_MORE(2, draft -> {
        long authorized = draft.preauthorization();
        draft.hold(authorized).capture(authorized).forcedDebit(draft.part(authorized), DEFAULT_BALANCE);
    }),
    CAPTURE_REVERSED(1, draft -> {
        long authorized = draft.preauthorization();
        long captured = draft.part(authorized);
        draft.hold(authorized).capture(captured).reverseCapture(captured).capture(authorized);
    }),
    /** The capture is taken back after the hold was closed: that reopens it. */
    CAPTURE_REVERSED_AFTER_CLOSING(1, draft -> {
        long authorized = draft.preauthorization();
        long captured = draft.part(authorized);
        draft.hold(authorized)
                .capture(captured)
                .restore(authorized - captured)
                .reverseCapture(captured)
                .restore(captured);
    }),
    PREAUTH_REVERSED(2, draft -> {
        long authorized = draft.preauthorization();
        draft.hold(authorized).restore(authorized);
    }),
    PREAUTH_REVERSED_IN_PART(2, draft -> {
        long authorized = draft.preauthorization();
        long reversed = draft.part(authorized);
        draft.hold(authorized).restore(reversed).capture(authorized - reversed);
    }),
    PREAUTH_EXPIRED(1, draft -> draft.hold(draft.preauthorization()).restoreRest(NORMAL)),
    /** Still open when the run ends. */
    PREAUTH_PENDING(1, draft -> draft.hold(draft.preauthorization())),
    REFUND(5, draft -> draft.credit(draft.purchase(), draft.hasPromo() ? PROMO_BALANCE : NOTHING)),
    REFUND_REVERSED(2, draft -> {
        long refunded = draft.purchase();
        draft.credit(refunded, NOTHING).forcedDebit(refunded, BALANCE_ANSWERED);
    }),
    TOP_UP(9, draft -> draft.add(Operation.DEPOSIT, draft.topUp(), NOTHING)),
    WITHDRAWAL(1, draft -> draft.add(Operation.WITHDRAWAL, draft.purchase(), NOTHING)),

    UNDERFUNDED_FINAL(4, Expect.REFUSAL, draft -> draft.debit(draft.fortune())),
    UNDERFUNDED_PREAUTH(2, Expect.REFUSAL, draft -> draft.hold(draft.fortune())),
    UNKNOWN_ACCOUNT(2, Expect.REFUSAL, draft -> draft.debit(draft.purchase())),
    NO_SUCH_BALANCE(2, Expect.REFUSAL, draft -> draft.credit(draft.purchase(), UNKNOWN_BALANCE)),
    NO_SUCH_HOLD(2, Expect.REFUSAL, draft -> draft.add(Operation.DEBIT_HOLD_BALANCE, draft.purchase(), UNKNOWN_HOLD)),
    WRONG_CURRENCY(
            2,
            Expect.REFUSAL,
            draft -> draft.add(Operation.DEBIT_BALANCE, draft.foreign(draft.purchase()), NOTHING, NORMAL)),
    CAPTURE_OF_CLOSED_HOLD(2, Expect.REFUSAL, draft -> {
        long authorized = draft.preauthorization();
        draft.hold(authorized).restoreRest(NORMAL).capture(authorized);
    }),
    CAPTURE_BEYOND_HOLD(2, Expect.REFUSAL, draft -> {
        long authorized = draft.preauthorization();
        draft.hold(authorized).capture(authorized + 1).restoreRest(EVEN_AFTER_REFUSAL);
    }),
    KEY_REUSED(2, Expect.REFUSAL, draft -> {
        long authorized = draft.purchase();
        draft.debit(authorized).add(Operation.DEBIT_BALANCE, draft.own(authorized + 1), NOTHING, KEY_OF_PREVIOUS);
    }),
    /** New spending is refused, what is held still settles, and the account is active again at the end. */
    SUSPENDED_ACCOUNT(1, Expect.REFUSAL, draft -> {
        long authorized = draft.preauthorization();
        draft.hold(authorized)
                .add(Operation.DEACTIVATE, null, NOTHING, EVEN_AFTER_REFUSAL)
                .add(Operation.DEBIT_BALANCE, draft.own(authorized), NOTHING, EVEN_AFTER_REFUSAL)
                .add(Operation.DEBIT_HOLD_BALANCE, draft.own(authorized), HOLD_ANSWERED, EVEN_AFTER_REFUSAL)
                .add(Operation.ACTIVATE, null, NOTHING, EVEN_AFTER_REFUSAL);
    });

    private enum Expect {
        SUCCESS,
        REFUSAL
    }

    private final double weight;
    private final Expect expect;

    // A script keeps nothing: it only adds steps to the draft it is given.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Draft> script;

    LifeKind(double weight, Consumer<Draft> script) {
        this(weight, Expect.SUCCESS, script);
    }

    LifeKind(double weight, Expect expect, Consumer<Draft> script) {
        this.weight = weight;
        this.expect = expect;
        this.script = script;
    }

    double weight() {
        return weight;
    }

    /** Whether the life is made to be refused; any other is refused only for lack of funds or by a suspension. */
    public boolean meantToBeRefused() {
        return expect == Expect.REFUSAL;
    }

    List<Step> steps(Draft draft) {
        script.accept(draft);
        return draft.steps();
    }
}
