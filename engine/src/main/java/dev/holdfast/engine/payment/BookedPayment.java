package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Hold;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A payment in the book, with the money that it moves. Mutable; confined to its batch. */
final class BookedPayment {

    private final UUID id;
    private final Balance balance;
    private Payment payment;
    private @Nullable Hold hold;

    BookedPayment(UUID id, Balance balance, Payment payment, @Nullable Hold hold) {
        this.id = id;
        this.balance = balance;
        this.payment = payment;
        this.hold = hold;
    }

    UUID id() {
        return id;
    }

    Balance balance() {
        return balance;
    }

    Payment payment() {
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
}
