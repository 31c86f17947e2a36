package dev.holdfast.simulator.network.message;

import dev.holdfast.simulator.network.card.PinBlocks;
import dev.holdfast.simulator.network.card.TestCard;
import org.jspecify.annotations.Nullable;

/**
 * The card as the terminal read it; wrong on purpose at times. Prints the card's id alone.
 *
 * @param expiry DE14, YYMM
 * @param cvv2 three digits, or null if none was asked for
 * @param pin DE52, or null if none was asked for
 */
public record Presented(
        TestCard card,
        String expiry,
        @Nullable String cvv2,
        @Nullable String pin) {

    public static Presented of(TestCard card) {
        return new Presented(card, card.embossing().expiry(), null, null);
    }

    public Presented withCvv2(String value) {
        return new Presented(card, expiry, value, pin);
    }

    public Presented withExpiry(String value) {
        return new Presented(card, value, cvv2, pin);
    }

    public Presented withPin(String block) {
        return new Presented(card, expiry, cvv2, block);
    }

    /** Whether a PIN is given that is not the card's. */
    public boolean hasWrongPin() {
        PinBlocks known = card.pin();
        return pin != null && (known == null || !pin.equals(known.right()));
    }

    @Override
    public String toString() {
        return card.toString();
    }
}
