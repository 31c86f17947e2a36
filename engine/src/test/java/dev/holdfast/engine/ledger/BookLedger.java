package dev.holdfast.engine.ledger;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.BalanceTerms;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Answer;
import dev.holdfast.engine.testing.EngineLedger;
import dev.holdfast.engine.testing.HoldNames;
import dev.holdfast.engine.testing.LedgerUnderTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The engine's rules on one book in memory, without lanes and database: as if all were one batch. */
final class BookLedger implements LedgerUnderTest {

    private final Book book = new Book();
    private final HoldNames names = new HoldNames();
    private final List<JournalEntry> journal = new ArrayList<>();

    @Override
    public void open(AccountOpening opening) {
        List<BalanceTerms> terms = opening.balances().stream()
                .map(balance ->
                        new BalanceTerms(balance.ref(), new Money(balance.creditLimitMinor(), balance.currency())))
                .toList();
        book.open(opening.key(), opening.fingerprint(), terms);
    }

    /** As the command for it does, which is no part of the ledger's rules. */
    @Override
    public String change(AccountChange change) {
        Account account = book.account(AccountId.of(change.key()));
        if (account == null) {
            return "account_not_found";
        }
        if (change.creditLimit() != null) {
            Balance balance = change.balanceRef() == null
                    ? account.defaultBalance()
                    : account.balance(change.balanceRef()).orElse(null);
            if (balance == null) {
                return "balance_ref_not_found";
            }
            if (!balance.currency().equals(change.creditLimit().currency())) {
                return "currency_mismatch";
            }
            book.setCreditLimit(balance, change.creditLimit().minor());
        }
        if (change.status() != null) {
            book.setStatus(account, change.status());
        }
        return "done";
    }

    @Override
    public Answer apply(LedgerRequest named) {
        LedgerCommand command = new LedgerCommand(names.resolve(named));
        LedgerOutcome known = command.recall(book);
        LedgerOutcome outcome = known == null ? command.decide(book) : known;
        if (outcome instanceof LedgerOutcome.Applied applied && !applied.replayed()) {
            journal.add(applied.entry());
        }
        return EngineLedger.answer(names, named, outcome);
    }

    @Override
    public Standing standing(AccountKey key, String balanceRef) {
        Balance balance = Objects.requireNonNull(book.account(AccountId.of(key)))
                .balance(balanceRef)
                .orElseThrow();
        return new Standing(balance.available().minor(), balance.held().minor());
    }

    List<JournalEntry> journal() {
        return journal;
    }
}
