package dev.holdfast.engine.card;

import org.jspecify.annotations.Nullable;

/**
 * What address verification compares.
 *
 * @param postalCode 1 to 9 letters, digits, blanks and hyphens, as the cardholder writes it
 * @param streetDigits 1 to 20 digits: those of the street line
 */
public record BillingAddress(
        @Nullable String postalCode, @Nullable String streetDigits) {

    /** Nothing to compare with. */
    public static final BillingAddress UNKNOWN = new BillingAddress(null, null);

    /** @throws IllegalArgumentException saying which part is out of its bound */
    public BillingAddress {
        if (postalCode != null && !postalCode.matches("[A-Za-z0-9 -]{1,9}")) {
            throw new IllegalArgumentException("a postal code has 1 to 9 letters, digits, blanks and hyphens");
        }
        if (streetDigits != null && !streetDigits.matches("[0-9]{1,20}")) {
            throw new IllegalArgumentException("street digits are 1 to 20 digits");
        }
    }
}
