package dev.holdfast.engine.testing;

import dev.holdfast.engine.book.HoldStatus;
import dev.holdfast.engine.book.Operation;
import org.jspecify.annotations.Nullable;

/** A hold of the {@link ModelLedger}. */
public final class ModelHold {

    private final ModelBalance balance;
    private long authorized;
    private long released;
    private long captured;
    private HoldStatus status = HoldStatus.OPEN;

    ModelHold(ModelBalance balance) {
        this.balance = balance;
    }

    void move(Operation operation, long minor) {
        switch (operation) {
            case HOLD -> authorized += minor;
            case RESTORE -> release(minor, HoldStatus.RELEASED);
            case EXPIRE_HOLD -> release(minor, HoldStatus.EXPIRED);
            case DEBIT_HOLD -> captured += minor;
            case CREDIT_HOLD -> {
                captured -= minor;
                status = HoldStatus.OPEN;
            }
            case DEBIT, CREDIT, DEPOSIT, WITHDRAWAL -> throw new IllegalStateException("acts on no hold");
        }
    }

    private void release(long minor, HoldStatus whenNothingRemains) {
        released += minor;
        if (remaining() == 0) {
            status = whenNothingRemains;
        }
    }

    @Nullable
    String objectionToTaking(long minor) {
        if (isClosed()) {
            return "hold_closed";
        }
        return minor > remaining() ? "hold_amount_exceeded" : null;
    }

    boolean isClosed() {
        return status != HoldStatus.OPEN;
    }

    public ModelBalance balance() {
        return balance;
    }

    public HoldStatus status() {
        return status;
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
}
