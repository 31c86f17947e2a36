package dev.holdfast.simulator.network.message;

import dev.holdfast.simulator.network.card.TestCard;
import org.jspecify.annotations.Nullable;

/**
 * The card as the terminal read it; wrong on purpose at times. Prints the card's id alone.
 *
 * @param expiry DE14, YYMM
 * @param cvv2 three digits, or null if none was asked for
 */
public record Presented(
        TestCard card, String expiry, @Nullable String cvv2) {

    public static Presented of(TestCard card) {
        return new Presented(card, card.embossing().expiry(), null);
    }

    public Presented withCvv2(String value) {
        return new Presented(card, expiry, value);
    }

    public Presented withExpiry(String value) {
        return new Presented(card, value, cvv2);
    }

    @Override
    public String toString() {
        return card.toString();
    }
}
