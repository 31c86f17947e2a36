package dev.holdfast.simulator.model;

import dev.holdfast.simulator.money.Amount;
import org.jspecify.annotations.Nullable;

/** A hold on a balance. Amounts are in minor units of the balance's currency. */
public final class ModelHold {

    private final ModelBalance balance;
    private @Nullable String ref;
    private long authorized;
    private long released;
    private long captured;
    private boolean open = true;

    ModelHold(ModelBalance balance, long authorized) {
        this.balance = balance;
        this.authorized = authorized;
    }

    void authorize(long minor) {
        authorized += minor;
        balance.hold(minor);
    }

    /** Releases to the balance; a release to zero closes the hold. */
    void release(long minor) {
        released += minor;
        balance.hold(-minor);
        if (remaining() == 0) {
            open = false;
        }
    }

    /** Captures what is held; a capture to zero leaves the hold open. */
    void capture(long minor) {
        captured += minor;
        balance.settleHeld(-minor);
    }

    /** Takes a capture back; the network imposes it, so it reopens a closed hold. */
    void uncapture(long minor) {
        captured -= minor;
        balance.settleHeld(minor);
        open = true;
    }

    void name(String serverRef) {
        ref = serverRef;
    }

    public ModelBalance balance() {
        return balance;
    }

    /** The server's name of the hold; null until the answer that opened it was read. */
    public @Nullable String ref() {
        return ref;
    }

    public boolean isOpen() {
        return open;
    }

    public long authorized() {
        return authorized;
    }

    public long released() {
        return released;
    }

    public long captured() {
        return captured;
    }

    public long remaining() {
        return authorized - released - captured;
    }

    Amount remainingAmount() {
        return new Amount(remaining(), balance.currency());
    }
}
