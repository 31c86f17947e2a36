package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Operation;

import java.util.ArrayList;
import java.util.List;

/** The ledger operations that lead from one position to another, in the order in which they are posted. */
public final class Steps {

    private Steps() {}

    /**
     * Returns the operations; none if nothing changes.
     *
     * <p>A capture takes from the hold first and, beyond it, from what is available; then the hold is brought to where
     * it must be. A capture taken back goes to the hold, from which it is released if the hold need not be there. Final
     * authorizations hold nothing, and so are debits and credits only.
     */
    public static List<Step> between(PaymentKind kind, Position from, Position to) {
        List<Step> steps = new ArrayList<>();
        long held = kind == PaymentKind.PRE_AUTHORIZATION
                ? chargeThroughHold(from, to.charged() - from.charged(), steps)
                : charge(from, to.charged() - from.charged(), steps);
        addUnlessZero(steps, Operation.RESTORE, held - to.held());
        addUnlessZero(steps, Operation.HOLD, to.held() - held);
        addUnlessZero(steps, Operation.CREDIT, to.refunded() - from.refunded());
        addUnlessZero(steps, Operation.DEBIT, from.refunded() - to.refunded());
        addUnlessZero(steps, Operation.CREDIT, to.adjusted() - from.adjusted());
        addUnlessZero(steps, Operation.DEBIT, from.adjusted() - to.adjusted());
        return List.copyOf(steps);
    }

    /** Returns what is held afterwards. */
    private static long chargeThroughHold(Position from, long more, List<Step> steps) {
        long fromHold = Math.min(Math.max(more, 0), from.held());
        addUnlessZero(steps, Operation.DEBIT_HOLD, fromHold);
        addUnlessZero(steps, Operation.DEBIT, more - fromHold);
        addUnlessZero(steps, Operation.CREDIT_HOLD, -more);
        return from.held() - fromHold + Math.max(-more, 0);
    }

    private static long charge(Position from, long more, List<Step> steps) {
        addUnlessZero(steps, Operation.DEBIT, more);
        addUnlessZero(steps, Operation.CREDIT, -more);
        return from.held();
    }

    /** Of two opposite steps one has a negative amount, and is none. */
    private static void addUnlessZero(List<Step> steps, Operation operation, long amount) {
        if (amount > 0) {
            steps.add(new Step(operation, amount));
        }
    }
}
