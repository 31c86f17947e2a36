package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Money;

import java.time.Instant;

/**
 * What a control may look at.
 *
 * @param card the card's token
 * @param account the account's reference
 * @param amount in the currency that the cardholder is billed in; zero for an account verification
 * @param at when it is decided, by the database's clock, in whole microseconds
 * @param counted what velocity limits would count of it: less than the whole where a part was counted before, as of an
 *     increment or of what was presented before it was authorized
 */
public record Purchase(
        String card,
        String account,
        Money amount,
        Instant at,
        Merchant merchant,
        Acceptance acceptance,
        Tally counted) {

    public Purchase {
        if (amount.minor() < 0 || amount.minor() > Money.MAX_MINOR) {
            throw new IllegalArgumentException("an amount is 0 to " + Money.MAX_MINOR + " minor units");
        }
        Window.requireWholeTicks(at);
    }

    /** Of which nothing was counted before. */
    public Purchase(String card, String account, Money amount, Instant at, Merchant merchant, Acceptance acceptance) {
        this(card, account, amount, at, merchant, acceptance, Tally.ofPurchase(amount.minor()));
    }
}
