package dev.holdfast.engine.account;

import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.money.Money;

import java.time.Instant;
import java.util.List;

/**
 * An account as a caller sees it.
 *
 * @param ref the tenant's reference
 * @param openedAt database time
 * @param balances the default balance first
 */
public record AccountView(String ref, AccountStatus status, Instant openedAt, List<BalanceView> balances) {

    public AccountView {
        balances = List.copyOf(balances);
    }

    /**
     * @param ref the tenant's name for the balance
     * @param available what may be spent, without the credit limit; negative while credit is used
     * @param held what is on hold
     * @param creditLimit how far available may go below zero
     */
    public record BalanceView(String ref, Money available, Money held, Money creditLimit) {}
}
