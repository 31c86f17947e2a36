package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.payment.BookedPayment;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.FoundPayment;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.payment.PaymentShelf;
import dev.holdfast.engine.payment.Posting;
import dev.holdfast.engine.program.AuthorizationKind;
import dev.holdfast.engine.program.Network;
import dev.holdfast.engine.program.ProgramSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where one message is dealt with: the book, the account, the program, and the payment that it finds. */
record Desk(Book book, Account owner, NetworkMessage message, MessageNames names, ProgramSettings program) {

    AccountId account() {
        return owner.id();
    }

    PaymentShelf payments() {
        return book.shelf(PaymentShelf.KIND);
    }

    Optional<FoundPayment> find() {
        return payments().find(account(), names.lookups());
    }

    /** A new payment under the first of the message's own names. */
    FoundPayment open() {
        return FoundPayment.whole(
                payments().open(owner.defaultBalance(), names.own().get(0)), false);
    }

    /**
     * Has the payment know a fact, be found by the message's names, and expire when it must.
     *
     * @return whether anything changed: the fact was new, or parts of the payment were joined
     */
    boolean state(FoundPayment found, Fact fact, boolean forced) {
        BookedPayment payment = found.payment();
        Payment before = payment.payment();
        boolean changed = payments().state(found, fact, new Posting(message.id(), forced));
        payments().addReferences(payment, names.own());
        addGuess(payment, fact);
        if (changed) {
            Velocities.giveBack(this, found.known(), payment.payment());
            boolean revives = fact instanceof Fact.Unexpired || fact instanceof Fact.CaptureReversed;
            setExpiry(payment, fact, before, revives);
        }
        return changed;
    }

    /** What opens a payment's claim is what later messages may have to guess. */
    private void addGuess(BookedPayment payment, Fact fact) {
        UUID card = message.subject().card();
        Place place = message.place();
        Amounts amounts = message.content().amounts();
        boolean opens = fact instanceof Fact.Approved || fact instanceof Fact.Advised;
        if (opens && card != null && place != null && amounts != null) {
            payments().addReferences(payment, List.of(Links.guess(card, place, amounts)));
        }
    }

    /** Counted from what approves last; taken away when nothing is left to give back. */
    private void setExpiry(BookedPayment payment, Fact fact, Payment before, boolean revives) {
        // Money was approved and would be given back never: by a message that presents itself.
        boolean everlasting = before.expires() && payment.expiresAt() == null;
        boolean approves = fact instanceof Fact.Approved || fact instanceof Fact.Advised;
        if (!payment.payment().expires()) {
            payments().setExpiry(payment, null);
        } else if ((approves && !presentsItself() && !everlasting) || (revives && payment.expiresAt() == null)) {
            payments()
                    .setExpiry(
                            payment, book.now().plus(lifetime(payment.payment().kind())));
        }
    }

    private boolean presentsItself() {
        return message.content() instanceof Content.Request request && request.singleMessage();
    }

    private Duration lifetime(PaymentKind kind) {
        Place place = message.place();
        int mcc = place == null ? 0 : place.merchant().mcc();
        return program.lifetime(
                network(message.links().network()),
                mcc,
                kind == PaymentKind.PRE_AUTHORIZATION ? AuthorizationKind.PRE_AUTHORIZATION : AuthorizationKind.FINAL);
    }

    private static Network network(String name) {
        return switch (name) {
            case "mastercard-style" -> Network.MASTERCARD;
            case "visa-style" -> Network.VISA;
            default -> Network.OTHER;
        };
    }

    /** What the balance has come to. */
    MessageOutcome.Funds funds(Balance balance) {
        long available = balance.available().minor();
        return new MessageOutcome.Funds(
                Math.addExact(available, balance.held().minor()),
                Math.addExact(available, balance.creditLimit().minor()));
    }

    Instant now() {
        return book.now();
    }
}
