package dev.holdfast.simulator.network.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An account as its payments leave it. Minor units of its currency. */
public final class ModelAccount {

    private final String ref;
    private final long creditLimit;
    private final Map<Long, PaymentFacts> payments = new HashMap<>();
    private long available;
    private long held;

    /**
     * @param available what it is opened with
     * @param held by payments of others than this network, which do not change
     */
    public ModelAccount(String ref, long available, long held, long creditLimit) {
        this.ref = ref;
        this.available = available;
        this.held = held;
        this.creditLimit = creditLimit;
    }

    public String ref() {
        return ref;
    }

    public long available() {
        return available;
    }

    public long held() {
        return held;
    }

    /** What may be spent: available and the credit limit. */
    public long spendable() {
        return available + creditLimit;
    }

    /** Returns the facts of a payment, which are none at first. Changed through {@link #change} alone. */
    public PaymentFacts payment(long number) {
        return payments.computeIfAbsent(number, key -> new PaymentFacts());
    }

    /** Changes the facts of a payment, and the balances by what that comes to. */
    public void change(long number, Consumer<PaymentFacts> change) {
        PaymentFacts facts = payment(number);
        Effect before = facts.effect();
        change.accept(facts);
        Effect after = facts.effect();
        held += after.held() - before.held();
        available -= after.spent() - before.spent();
    }

    /** Makes one payment of two. */
    void join(long number, long other) {
        PaymentFacts facts = payment(other);
        Effect apart = facts.effect();
        held -= apart.held();
        available += apart.spent();
        payments.remove(other);
        change(number, joined -> joined.join(facts));
    }

    /** Lets days pass. */
    void pass(int days) {
        List.copyOf(payments.keySet()).forEach(number -> change(number, facts -> facts.pass(days)));
    }

    /** Drops the facts of a payment; what they came to stays in the balances. */
    public void forget(long number) {
        payments.remove(number);
    }

    @Override
    public String toString() {
        return "available " + available + ", held " + held;
    }
}
