package dev.holdfast.simulator.model;

import dev.holdfast.simulator.money.Amount;

import java.util.Currency;

/** A balance of an account. Amounts are in minor units of its currency. */
public final class ModelBalance {

    private final String ref;
    private final Currency currency;
    private final long creditLimit;
    private long available;
    private long held;
    private long settled;
    private long funded;

    ModelBalance(String ref, Currency currency, long creditLimit) {
        this.ref = ref;
        this.currency = currency;
        this.creditLimit = creditLimit;
    }

    boolean covers(long minor) {
        return available - minor >= -creditLimit;
    }

    boolean hasRoomFor(long minor) {
        return available <= Amount.MAX_MINOR - minor;
    }

    /** Moves from available to held; negative moves back. */
    void hold(long minor) {
        available -= minor;
        held += minor;
    }

    /** Moves from settlement to held; negative moves to settlement. */
    void settleHeld(long minor) {
        held += minor;
        settled += minor;
    }

    /** Moves from settlement to available; negative moves to settlement. */
    void settle(long minor) {
        available += minor;
        settled += minor;
    }

    /** Moves from the tenant's funding to available; negative moves back. */
    void fund(long minor) {
        available += minor;
        funded += minor;
    }

    public String ref() {
        return ref;
    }

    public Currency currency() {
        return currency;
    }

    public long creditLimit() {
        return creditLimit;
    }

    public long available() {
        return available;
    }

    public long held() {
        return held;
    }

    /** What came from network settlement, less what went to it. */
    public long settled() {
        return settled;
    }

    /** What the tenant has put in, less what it has taken out. */
    public long funded() {
        return funded;
    }

    Amount availableAmount() {
        return new Amount(available, currency);
    }
}
