package dev.holdfast.engine.door;

import dev.holdfast.engine.card.BillingAddress;
import org.jspecify.annotations.Nullable;

/** The address that a message wants verified: a postal code of nine characters, padded, then the street's digits. */
final class Addresses {

    private static final int POSTAL_CODE = 9;

    private Addresses() {}

    /** @throws UnfitMessageException if neither part can be one */
    static BillingAddress parse(String data) {
        String postalCode =
                data.substring(0, Math.min(POSTAL_CODE, data.length())).strip();
        String street =
                data.length() > POSTAL_CODE ? data.substring(POSTAL_CODE).replaceAll("\\D", "") : "";
        try {
            return new BillingAddress(unlessEmpty(postalCode), unlessEmpty(street));
        } catch (IllegalArgumentException unfit) {
            throw new UnfitMessageException("the address to verify has another form");
        }
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
