package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Hold;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A payment in the book, with the money that it moves. Mutable; confined to its batch, changed by the shelf only. */
public final class BookedPayment {

    private final UUID id;
    private final Balance balance;
    private Payment payment;
    private @Nullable Hold hold;
    private @Nullable Instant expiresAt;

    BookedPayment(UUID id, Balance balance, @Nullable Hold hold, @Nullable Instant expiresAt) {
        this.id = id;
        this.balance = balance;
        this.payment = Payment.NEW;
        this.hold = hold;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    /** What it is billed to. */
    public Balance balance() {
        return balance;
    }

    /** What its messages have stated so far. */
    public Payment payment() {
        return payment;
    }

    void setPayment(Payment changed) {
        payment = changed;
    }

    /** The newest of its holds; null if it never needed one. */
    @Nullable
    Hold hold() {
        return hold;
    }

    void setHold(Hold opened) {
        hold = opened;
    }

    /** When what is approved and not captured is given back, by database time; null if nothing would be. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    void setExpiresAt(@Nullable Instant at) {
        expiresAt = at;
    }
}
