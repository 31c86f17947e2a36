package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.book.Hold;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.Refusal;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.book.Settled;
import dev.holdfast.engine.book.Settlement;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Applies one {@link LedgerRequest} to the book. */
public final class LedgerCommand implements BookCommand<LedgerOutcome> {

    private final LedgerRequest request;
    private final AccountId account;
    private final UUID fingerprint;
    /** The hold that the request names; null if it names none, or none that can exist. */
    private final @Nullable UUID holdId;

    public LedgerCommand(LedgerRequest request) {
        this.request = request;
        this.account = AccountId.of(request.account());
        this.fingerprint = request.fingerprint();
        this.holdId = request.operation().actsOnHold() ? holdId(request.target()) : null;
    }

    private static @Nullable UUID holdId(@Nullable String target) {
        if (target == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(target);
            // fromString is lenient about leading zeros; a reference must be spelled as it was given out.
            return id.toString().equals(target) ? id : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void name(Book book) {
        book.named().account(account, request.account());
        book.named().key(account, request.references().idempotencyKey());
        if (holdId != null) {
            book.named().hold(account, holdId);
        }
    }

    @Override
    public @Nullable LedgerOutcome recall(Book book) {
        Settled settled = book.settled(account, request.references().idempotencyKey());
        if (settled == null) {
            return null;
        }
        if (!settled.fingerprint().equals(fingerprint)) {
            return new LedgerOutcome.KeyReused();
        }
        return settled instanceof JournalEntry entry
                ? applied(book, entry, true)
                : new LedgerOutcome.Refused((Refusal) settled, true);
    }

    @Override
    public LedgerOutcome decide(Book book) {
        Account owner = book.account(account);
        if (owner == null) {
            return refuse(book, RefusalReason.ACCOUNT_NOT_FOUND, null, null);
        }
        Optional<RefusalReason> byStatus = LedgerPolicy.refusalByStatus(request, owner);
        if (byStatus.isPresent()) {
            return refuse(book, byStatus.get(), null, null);
        }
        return request.operation().actsOnHold() ? decideOnHold(book, owner) : decideOnBalance(book, owner);
    }

    private LedgerOutcome decideOnBalance(Book book, Account owner) {
        String ref = request.target();
        Optional<Balance> balance = ref == null ? Optional.of(owner.defaultBalance()) : owner.balance(ref);
        return balance.map(found -> decideOn(book, found, null))
                .orElseGet(() -> refuse(book, RefusalReason.BALANCE_REF_NOT_FOUND, null, null));
    }

    private LedgerOutcome decideOnHold(Book book, Account owner) {
        if (request.target() == null) {
            return decideOn(book, owner.defaultBalance(), null);
        }
        Hold hold = holdId == null ? null : book.hold(account, holdId);
        // A card payment's hold is moved by the payment's messages alone: what they come to would no longer be there.
        return hold == null || hold.payment() != null
                ? refuse(book, RefusalReason.HOLD_NOT_FOUND, null, null)
                : decideOn(book, hold.balance(), hold);
    }

    private LedgerOutcome decideOn(Book book, Balance balance, @Nullable Hold named) {
        Optional<RefusalReason> reason = LedgerPolicy.refusalByFigures(request, balance, named);
        if (reason.isPresent()) {
            return refuse(book, reason.get(), balance, named);
        }
        Hold hold = named == null && request.operation() == Operation.HOLD
                ? book.openHold(balance, request.references().idempotencyKey(), null)
                : named;
        JournalEntry.Movement movement =
                new JournalEntry.Movement(request.operation(), amount(balance, hold), request.forced());
        return applied(book, book.post(balance, hold, movement, request.references(), fingerprint), false);
    }

    /** The amount asked for; all that remains on the hold where none was. */
    private Money amount(Balance balance, @Nullable Hold hold) {
        Money asked = request.amount();
        return asked != null ? asked : new Money(Objects.requireNonNull(hold).remaining(), balance.currency());
    }

    private LedgerOutcome.Applied applied(Book book, JournalEntry entry, boolean replayed) {
        Account owner = Objects.requireNonNull(book.account(account));
        return new LedgerOutcome.Applied(
                entry, owner.balance(entry.position().balance()).ref(), replayed);
    }

    private LedgerOutcome refuse(Book book, RefusalReason reason, @Nullable Balance balance, @Nullable Hold hold) {
        Refusal.Seen seen = balance == null
                ? Refusal.Seen.NOTHING
                : new Refusal.Seen(
                        balance.ref(),
                        balance.available(),
                        hold == null ? null : new Money(hold.remaining(), balance.currency()));
        Settlement settlement = new Settlement(request.references(), fingerprint, book.now());
        Refusal refusal = new Refusal(account, request.operation(), reason, seen, settlement);
        return new LedgerOutcome.Refused(book.refuse(request.account(), refusal), false);
    }
}
