package dev.holdfast.engine.book;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One hold in the book. Mutable; changed by {@link Book} only. */
public final class Hold {

    private final UUID id;
    private final Balance balance;
    private final @Nullable UUID payment;
    private final Instant openedAt;
    private State state;

    /**
     * A hold's changing part, in minor units.
     *
     * @param authorized held in all, increments included
     * @param released gone back to available
     * @param captured gone to settlement, less what came back
     * @param status open, or what closed it
     * @param closedAt when; null while open
     */
    record State(
            long authorized,
            long released,
            long captured,
            HoldStatus status,
            @Nullable Instant closedAt) {

        static final State NEW = new State(0, 0, 0, HoldStatus.OPEN, null);

        boolean open() {
            return status == HoldStatus.OPEN;
        }

        long remaining() {
            return Math.subtractExact(Math.subtractExact(authorized, released), captured);
        }

        /** A release to zero closes; a capture to zero does not; a capture taken back reopens. */
        State after(JournalEntry.Movement movement, Instant at) {
            long amount = movement.amount().minor();
            return switch (movement.operation()) {
                case HOLD -> new State(Math.addExact(authorized, amount), released, captured, status, closedAt);
                case DEBIT_HOLD -> new State(authorized, released, Math.addExact(captured, amount), status, closedAt);
                case CREDIT_HOLD ->
                    new State(authorized, released, Math.subtractExact(captured, amount), HoldStatus.OPEN, null);
                case RESTORE -> afterRelease(amount, HoldStatus.RELEASED, at);
                case EXPIRE_HOLD -> afterRelease(amount, HoldStatus.EXPIRED, at);
                case DEBIT, CREDIT, DEPOSIT, WITHDRAWAL -> throw new IllegalArgumentException("acts on no hold");
            };
        }

        private State afterRelease(long amount, HoldStatus whenEmpty, Instant at) {
            boolean empty = remaining() == amount;
            return new State(
                    authorized,
                    Math.addExact(released, amount),
                    captured,
                    empty ? whenEmpty : status,
                    empty ? at : closedAt);
        }
    }

    Hold(UUID id, Balance balance, @Nullable UUID payment, Instant openedAt, State state) {
        this.id = id;
        this.balance = balance;
        this.payment = payment;
        this.openedAt = openedAt;
        this.state = state;
    }

    State state() {
        return state;
    }

    void setState(State changed) {
        state = changed;
    }

    /** The hold's reference ({@code tenant_hold_balance_ref} on the wire). */
    public UUID id() {
        return id;
    }

    public Balance balance() {
        return balance;
    }

    /** The card payment that alone moves it; null if the tenant does, through the ledger. */
    public @Nullable UUID payment() {
        return payment;
    }

    Instant openedAt() {
        return openedAt;
    }

    public boolean open() {
        return state.open();
    }

    /** Minor units that are still held under it. */
    public long remaining() {
        return state.remaining();
    }
}
