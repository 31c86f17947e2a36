package dev.holdfast.simulator.payment;

import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.operation.References;
import dev.holdfast.simulator.population.AccountPlan;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/** A payment on its way through its steps: what comes next, and what the server has named so far. */
public final class PaymentRun {

    private final Payment payment;
    private final long arrivalNanos;
    private int next;
    private @Nullable String balanceRef;
    private @Nullable String holdRef;

    /**
     * @param arrivalNanos when the payment arrives, on the caller's clock
     */
    public PaymentRun(Payment payment, long arrivalNanos) {
        this.payment = payment;
        this.arrivalNanos = arrivalNanos;
    }

    public Payment payment() {
        return payment;
    }

    public boolean isOver() {
        return next >= payment.steps().size();
    }

    /** When the next operation is meant to be sent, on the caller's clock. */
    public long intendedNanos() {
        return arrivalNanos + payment.offsetsNanos().get(next);
    }

    /** The next operation, with the references that earlier answers gave. */
    public Call call() {
        Step step = payment.steps().get(next);
        int keyOf = step.flow() == Step.Flow.KEY_OF_PREVIOUS ? next - 1 : next;
        References references = new References(payment.id(), key(keyOf), payment.id() + "-a" + keyOf);
        return new Call(step.operation(), payment.account(), references, step.amount(), target(step.naming()));
    }

    /** Whether the next operation uses the key of the one before it, and so must be a conflict. */
    public boolean reusesKey() {
        return payment.steps().get(next).flow() == Step.Flow.KEY_OF_PREVIOUS;
    }

    /** Takes what a successful answer named; the later steps hand it back, as Open Fabric does. */
    public void learn(Operation operation, @Nullable String ref) {
        switch (operation.answers()) {
            case BALANCE -> balanceRef = ref;
            case HOLD, HOLD_AND_AVAILABLE -> holdRef = ref;
            case STATUS -> {}
        }
    }

    /** Goes on after an answer; skips the steps that need a success before them, or a hold that was not opened. */
    public void advance(boolean success) {
        next++;
        while (!isOver() && !isPossible(payment.steps().get(next), success)) {
            next++;
        }
    }

    /** All keys that the payment may have used. */
    public List<String> keys() {
        return IntStream.range(0, payment.steps().size()).mapToObj(this::key).toList();
    }

    private String key(int step) {
        return payment.id() + "-k" + step;
    }

    private boolean isPossible(Step step, boolean afterSuccess) {
        boolean inOrder = afterSuccess || step.flow() == Step.Flow.EVEN_AFTER_REFUSAL;
        return inOrder && (step.naming() != Naming.HOLD_ANSWERED || holdRef != null);
    }

    private @Nullable String target(Naming naming) {
        return switch (naming) {
            case NOTHING -> null;
            case BALANCE_ANSWERED -> balanceRef;
            case HOLD_ANSWERED -> holdRef;
            case DEFAULT_BALANCE -> "default";
            case PROMO_BALANCE -> AccountPlan.PROMO_BALANCE;
            case UNKNOWN_BALANCE -> "no-such-balance";
            case UNKNOWN_HOLD -> "no-such-hold";
        };
    }
}
