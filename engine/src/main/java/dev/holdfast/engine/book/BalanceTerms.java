package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Money;

/**
 * What a balance is opened with.
 *
 * @param ref the tenant's name for it, unique within the account
 * @param creditLimit how far available may go below zero; its currency is the balance's
 */
public record BalanceTerms(String ref, Money creditLimit) {}
