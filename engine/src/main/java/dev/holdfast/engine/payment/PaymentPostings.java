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
    private final Posting posting;

    PaymentPostings(Book book, PaymentShelf shelf, BookedPayment payment, Posting posting) {
        this.book = book;
        this.shelf = shelf;
        this.payment = payment;
        this.posting = posting;
    }

    /** @param expiring whether what is released is released because the payment's lifetime is over */
    void post(List<Step> steps, boolean expiring) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean expires = expiring && step.operation() == Operation.RESTORE;
            post(expires ? Operation.EXPIRE_HOLD : step.operation(), step.amount(), key(posting.message(), i));
        }
    }

    private void post(Operation operation, long amountMinor, String key) {
        Hold hold = operation.actsOnHold() ? holdFor(operation, key) : null;
        Money amount = new Money(amountMinor, payment.balance().currency());
        book.post(
                payment.balance(),
                hold,
                new JournalEntry.Movement(operation, amount, posting.forced()),
                new References(key, payment.id().toString(), posting.message().toString()),
                fingerprint(key));
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

    private static String key(UUID message, int step) {
        return "card:" + message + ":" + step;
    }

    /** By its domain no request of a caller has it, whatever the key: it tells a payment's entries from others. */
    static UUID fingerprint(String key) {
        return Digest.of("payment-step").with(key).toUuid();
    }
}
