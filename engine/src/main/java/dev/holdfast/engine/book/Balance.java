package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;

import java.time.Instant;

/** One balance of an account in the book. Mutable; changed by {@link Book} only. */
public final class Balance {

    private final AccountId account;
    private final short number;
    private final String ref;
    private final Currency currency;
    private Figures figures;

    /**
     * A balance's changing part.
     *
     * @param accountStatus the account's, the same on each of its balances
     * @param available minor units that may be spent, without the credit limit
     * @param held minor units on hold
     * @param creditLimit minor units that available may go below zero
     * @param seq how many journal entries the balance has
     * @param lastPostedAt when the newest was posted; when the balance was opened if it has none
     * @param head hash of the newest
     */
    record Figures(
            AccountStatus accountStatus,
            long available,
            long held,
            long creditLimit,
            long seq,
            Instant lastPostedAt,
            ChainHash head) {

        Figures withCreditLimit(long limit) {
            return new Figures(accountStatus, available, held, limit, seq, lastPostedAt, head);
        }

        Figures withAccountStatus(AccountStatus status) {
            return new Figures(status, available, held, creditLimit, seq, lastPostedAt, head);
        }
    }

    Balance(AccountId account, short number, String ref, Currency currency, Figures figures) {
        this.account = account;
        this.number = number;
        this.ref = ref;
        this.currency = currency;
        this.figures = figures;
    }

    static Balance opened(AccountId account, short number, String ref, Money creditLimit, Instant at) {
        Figures figures =
                new Figures(AccountStatus.ACTIVE, 0, 0, creditLimit.minor(), 0, at, ChainHash.genesis(account, number));
        return new Balance(account, number, ref, creditLimit.currency(), figures);
    }

    Figures figures() {
        return figures;
    }

    void setFigures(Figures changed) {
        figures = changed;
    }

    public AccountId account() {
        return account;
    }

    /** Counts the account's balances from 0, the default one. */
    public short number() {
        return number;
    }

    /** The tenant's name for the balance ({@code tenant_balance_ref} on the wire). */
    public String ref() {
        return ref;
    }

    public Currency currency() {
        return currency;
    }

    /** What may be spent, without the credit limit. */
    public Money available() {
        return new Money(figures.available(), currency);
    }

    public Money held() {
        return new Money(figures.held(), currency);
    }

    /** How far available may go below zero. */
    public Money creditLimit() {
        return new Money(figures.creditLimit(), currency);
    }
}
