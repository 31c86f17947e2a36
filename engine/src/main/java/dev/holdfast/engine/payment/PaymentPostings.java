package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.book.Hold;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Posts the steps of one message to the book. */
final class PaymentPostings {

    private final Book book;
    private final PaymentShelf shelf;
    private final BookedPayment payment;
    private final PaymentMessage message;

    PaymentPostings(Book book, PaymentShelf shelf, BookedPayment payment, PaymentMessage message) {
        this.book = book;
        this.shelf = shelf;
        this.payment = payment;
        this.message = message;
    }

    void post(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            post(steps.get(i), "card:" + message.id() + ":" + i);
        }
    }

    private void post(Step step, String key) {
        Operation operation =
                expires() && step.operation() == Operation.RESTORE ? Operation.EXPIRE_HOLD : step.operation();
        Hold hold = operation.actsOnHold() ? holdFor(operation, key) : null;
        boolean forced = !(message.content() instanceof PaymentMessage.Authorization);
        Money amount = new Money(step.amount(), payment.balance().currency());
        book.post(
                payment.balance(),
                hold,
                new JournalEntry.Movement(operation, amount, forced),
                new References(key, payment.id().toString(), message.id().toString()),
                fingerprint(key));
    }

    private boolean expires() {
        return message.content() instanceof PaymentMessage.Expiry;
    }

    /** The payment's hold; another one where it has none, or where a closed one would have to grow again. */
    private Hold holdFor(Operation operation, String key) {
        @Nullable Hold hold = payment.hold();
        if (hold != null && (hold.open() || operation != Operation.HOLD)) {
            return hold;
        }
        Hold opened = book.openHold(payment.balance(), key, payment.id());
        payment.setHold(opened);
        shelf.changed(payment);
        return opened;
    }

    /** By its domain no request of a caller has it, whatever the key: it tells a payment's entries from others. */
    static UUID fingerprint(String key) {
        return Digest.of("payment-step").with(key).toUuid();
    }
}
