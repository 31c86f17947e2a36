package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.payment.PaymentMessage.Authorization;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Answers one message of the network, and moves the money that it moves, in one transaction. */
public final class PaymentCommand implements BookCommand<PaymentOutcome> {

    private final PaymentMessage message;
    private final AccountId account;
    private final UUID fingerprint;

    public PaymentCommand(PaymentMessage message) {
        this.message = message;
        this.account = AccountId.of(message.account());
        this.fingerprint = message.fingerprint();
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void name(Book book) {
        book.named().account(account, message.account());
        book.shelf(PaymentShelf.KIND).name(account, message);
    }

    @Override
    public @Nullable PaymentOutcome recall(Book book) {
        PaymentShelf.Answered known = book.shelf(PaymentShelf.KIND).answered(account, message.id());
        if (known == null) {
            return null;
        }
        PaymentOutcome outcome = known.outcome();
        return known.fingerprint().equals(fingerprint)
                ? new PaymentOutcome(outcome.payment(), outcome.declines(), outcome.availableMinor(), true)
                : declined(outcome.payment(), List.of(Decline.MESSAGE_REUSED), 0);
    }

    @Override
    public PaymentOutcome decide(Book book) {
        Account owner = book.account(account);
        if (owner == null) {
            // Without an account there is nothing to lock the answer under; the same message is declined again.
            return declined(newPaymentId(), List.of(Decline.ACCOUNT_NOT_FOUND), 0);
        }
        PaymentShelf shelf = book.shelf(PaymentShelf.KIND);
        BookedPayment payment = shelf.find(account, message.lookups())
                .orElseGet(() -> new BookedPayment(newPaymentId(), owner.defaultBalance(), Payment.NEW, null));
        List<Decline> declines = declines(owner, payment);
        if (declines.isEmpty()) {
            take(book, shelf, payment);
        }
        long available = payment.balance().available().minor();
        PaymentOutcome outcome = new PaymentOutcome(payment.id(), declines, available, false);
        shelf.answer(account, message.id(), new PaymentShelf.Answered(fingerprint, outcome), book.now());
        return outcome;
    }

    private static PaymentOutcome declined(UUID payment, List<Decline> reasons, long available) {
        return new PaymentOutcome(payment, reasons, available, false);
    }

    /** Follows from the message, so that a batch run again opens the same payment again. */
    private UUID newPaymentId() {
        return Digest.of("payment").with(account.value()).with(message.id()).toUuid();
    }

    /** All reasons against the message, the decisive one first. Only an authorization can lack funds or a live account. */
    private List<Decline> declines(Account owner, BookedPayment payment) {
        List<Decline> declines = new ArrayList<>();
        if (payment.payment().with(message.fact()).isEmpty()) {
            declines.add(Decline.CONTRADICTS_EARLIER_MESSAGE);
        }
        if (message.content() instanceof Authorization && owner.status() == AccountStatus.INACTIVE) {
            declines.add(Decline.ACCOUNT_INACTIVE);
        }
        Money amount = message.content().amount();
        if (amount != null && !amount.currency().equals(payment.balance().currency())) {
            declines.add(Decline.CURRENCY_MISMATCH);
            return declines;
        }
        if (message.content() instanceof Authorization asked) {
            declineAuthorization(payment, asked, declines);
        }
        return declines;
    }

    private void declineAuthorization(BookedPayment payment, Authorization asked, List<Decline> declines) {
        long left = payment.payment().left(message.id()).orElse(asked.amount().minor());
        if (left == 0 && asked.amount().minor() > 0) {
            declines.add(Decline.REVERSED_BEFORE);
        } else if (asked.amount().minor() > 0 && approvesInVain(payment)) {
            declines.add(Decline.PAYMENT_CLOSED);
        }
        Balance balance = payment.balance();
        long spendable =
                Math.addExact(balance.available().minor(), balance.creditLimit().minor());
        if (needed(payment) > Math.max(spendable, 0)) {
            declines.add(Decline.INSUFFICIENT_FUNDS);
        }
    }

    /** An authorization that comes after the capture that covers it does not: it is charged already. */
    private boolean approvesInVain(BookedPayment payment) {
        return payment.payment()
                .with(message.fact())
                .map(Payment::approvesInVain)
                .orElse(false);
    }

    /** What the message would take from what is available, in minor units; nothing if an earlier capture has taken it. */
    private long needed(BookedPayment payment) {
        long before = payment.payment().position().effectOnAvailable();
        return payment.payment()
                .with(message.fact())
                .map(after -> before - after.position().effectOnAvailable())
                .orElse(0L);
    }

    private void take(Book book, PaymentShelf shelf, BookedPayment payment) {
        Payment before = payment.payment();
        Payment after = before.with(message.fact()).orElseThrow();
        if (before.facts().isEmpty()) {
            shelf.open(payment);
        }
        shelf.addNames(payment, message.lookups());
        if (!after.equals(before)) {
            shelf.addFact(payment, message.fact());
            payment.setPayment(after);
            new PaymentPostings(book, shelf, payment, message)
                    .post(Steps.between(after.kind(), before.position(), after.position()));
        }
    }
}
