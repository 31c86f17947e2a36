package dev.holdfast.simulator.network.card;

import java.util.Currency;

/**
 * A card to pay with.
 *
 * @param cardId the issuer's name of it, safe to print
 * @param accountRef the account that it draws on
 * @param currency of the account
 * @param condition in which the issuer keeps it
 */
public record TestCard(
        String cardId, String accountRef, Embossing embossing, Currency currency, CardCondition condition) {

    /** An active card. */
    public TestCard(String cardId, String accountRef, Embossing embossing, Currency currency) {
        this(cardId, accountRef, embossing, currency, CardCondition.ACTIVE);
    }

    public TestCard in(CardCondition other) {
        return new TestCard(cardId, accountRef, embossing, currency, other);
    }

    @Override
    public String toString() {
        return cardId;
    }
}
