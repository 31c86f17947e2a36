package dev.holdfast.engine.account;

import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.account.AccountView.BalanceView;
import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.BalanceTerms;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Opens an account, once. */
final class OpenAccountCommand implements BookCommand<AccountOutcome> {

    private final AccountOpening opening;
    private final AccountId account;
    private final UUID fingerprint;

    OpenAccountCommand(AccountOpening opening) {
        this.opening = opening;
        this.account = AccountId.of(opening.key());
        this.fingerprint = opening.fingerprint();
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void name(Book book) {
        book.named().account(account, opening.key());
        book.named().opening(account);
    }

    @Override
    public @Nullable AccountOutcome recall(Book book) {
        Account existing = book.account(account);
        if (existing == null) {
            return null;
        }
        return existing.opening().fingerprint().equals(fingerprint)
                ? new AccountOutcome.Done(asOpened(existing.opening().at()), true)
                : new AccountOutcome.Rejected(AccountOutcome.Rejection.REF_TAKEN);
    }

    @Override
    public AccountOutcome decide(Book book) {
        List<BalanceTerms> terms = opening.balances().stream()
                .map(balance -> new BalanceTerms(balance.ref(), limit(balance)))
                .toList();
        Account opened = book.open(opening.key(), fingerprint, terms);
        return new AccountOutcome.Done(asOpened(opened.opening().at()), false);
    }

    /** The answer follows from the request and the time, so that a repeat is answered like the first. */
    private AccountView asOpened(Instant at) {
        List<BalanceView> balances = opening.balances().stream()
                .map(balance -> new BalanceView(balance.ref(), nothing(balance), nothing(balance), limit(balance)))
                .toList();
        return new AccountView(opening.key().ref(), AccountStatus.ACTIVE, at, balances);
    }

    private static Money limit(NewBalance balance) {
        return new Money(balance.creditLimitMinor(), balance.currency());
    }

    private static Money nothing(NewBalance balance) {
        return new Money(0, balance.currency());
    }
}
