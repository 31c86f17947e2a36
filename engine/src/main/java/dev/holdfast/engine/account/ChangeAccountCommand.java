package dev.holdfast.engine.account;

import dev.holdfast.engine.account.AccountOutcome.Rejection;
import dev.holdfast.engine.account.AccountView.BalanceView;
import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Sets an account's status or a balance's credit limit. Needs no key: setting twice is setting once. */
final class ChangeAccountCommand implements BookCommand<AccountOutcome> {

    private final AccountChange change;
    private final AccountId account;

    ChangeAccountCommand(AccountChange change) {
        this.change = change;
        this.account = AccountId.of(change.key());
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void name(Book book) {
        book.named().account(account, change.key());
        book.named().opening(account);
    }

    @Override
    public @Nullable AccountOutcome recall(Book book) {
        return null;
    }

    @Override
    public boolean recallable(Book book) {
        return false;
    }

    @Override
    public AccountOutcome decide(Book book) {
        Account found = book.account(account);
        if (found == null) {
            return new AccountOutcome.Rejected(Rejection.ACCOUNT_NOT_FOUND);
        }
        Money limit = change.creditLimit();
        if (limit != null) {
            Optional<Balance> balance = balance(found);
            if (balance.isEmpty()) {
                return new AccountOutcome.Rejected(Rejection.BALANCE_REF_NOT_FOUND);
            }
            if (!balance.get().currency().equals(limit.currency())) {
                return new AccountOutcome.Rejected(Rejection.CURRENCY_MISMATCH);
            }
            book.setCreditLimit(balance.get(), limit.minor());
        }
        AccountStatus status = change.status();
        if (status != null) {
            book.setStatus(found, status);
        }
        return new AccountOutcome.Done(view(found), false);
    }

    private Optional<Balance> balance(Account found) {
        String ref = change.balanceRef();
        return ref == null ? Optional.of(found.defaultBalance()) : found.balance(ref);
    }

    private static AccountView view(Account account) {
        return new AccountView(
                account.key().ref(),
                account.status(),
                account.opening().at(),
                account.balances().stream()
                        .map(balance -> new BalanceView(
                                balance.ref(), balance.available(), balance.held(), balance.creditLimit()))
                        .toList());
    }
}
