package dev.holdfast.engine.authorization;

import dev.holdfast.engine.money.Money;

/**
 * What a message says of money.
 *
 * @param billing what the cardholder is billed (DE6); what is held and charged
 * @param transaction what the merchant asks for (DE4), maybe in another currency
 * @param cash the part of {@code transaction} that is handed out, minor units of its currency
 */
public record Amounts(Money billing, Money transaction, long cash) {

    /** @throws IllegalArgumentException if an amount is below zero or above {@link Money#MAX_MINOR} */
    public Amounts {
        requireCountable(billing.minor());
        requireCountable(transaction.minor());
        requireCountable(cash);
    }

    /** Of a merchant who is paid in the currency that the cardholder is billed in. */
    public static Amounts of(Money amount) {
        return new Amounts(amount, amount, 0);
    }

    private static void requireCountable(long minor) {
        if (minor < 0 || minor > Money.MAX_MINOR) {
            throw new IllegalArgumentException("an amount is 0 to " + Money.MAX_MINOR + " minor units");
        }
    }
}
