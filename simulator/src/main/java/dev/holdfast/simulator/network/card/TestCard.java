package dev.holdfast.simulator.network.card;

import org.jspecify.annotations.Nullable;

import java.util.Currency;

/**
 * A card to pay with.
 *
 * @param cardId the issuer's name of it, safe to print
 * @param accountRef the account that it draws on
 * @param currency of the account
 * @param condition in which the issuer keeps it
 * @param pin null if it has none, or nobody has said
 */
public record TestCard(
        String cardId,
        String accountRef,
        Embossing embossing,
        Currency currency,
        CardCondition condition,
        @Nullable PinBlocks pin) {

    /** A card without a PIN. */
    public TestCard(String cardId, String accountRef, Embossing embossing, Currency currency, CardCondition condition) {
        this(cardId, accountRef, embossing, currency, condition, null);
    }

    /** An active card. */
    public TestCard(String cardId, String accountRef, Embossing embossing, Currency currency) {
        this(cardId, accountRef, embossing, currency, CardCondition.ACTIVE);
    }

    public TestCard in(CardCondition other) {
        return new TestCard(cardId, accountRef, embossing, currency, other, pin);
    }

    public TestCard withPin(PinBlocks blocks) {
        return new TestCard(cardId, accountRef, embossing, currency, condition, blocks);
    }

    @Override
    public String toString() {
        return cardId;
    }
}
