package dev.holdfast.engine.card;

import dev.holdfast.engine.hsm.ServiceCode;

import java.time.YearMonth;

/**
 * What of a card never changes.
 *
 * @param expiry the month on whose last day the card is still good
 * @param sequence tells cards of one number apart (EMV tag 5F34): 0 to 99
 * @param serviceCode of the magnetic stripe
 */
public record CardFacts(YearMonth expiry, int sequence, ServiceCode serviceCode) {

    /** @throws IllegalArgumentException if the sequence number is out of its range */
    public CardFacts {
        if (sequence < 0 || sequence > 99) {
            throw new IllegalArgumentException("a card sequence number is 0 to 99");
        }
    }
}
