package dev.holdfast.simulator.network.message;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param minor DE4; of an increment the increment alone, of a reversal the original's amount
 * @param preauthorized whether money is to be held and not yet taken
 * @param partialAllowed whether the terminal can take an approval of less
 * @param address postal code (nine characters, padded) and street digits to be verified, or null
 */
public record Terms(
        Processing processing,
        long minor,
        boolean preauthorized,
        boolean partialAllowed,
        @Nullable String address) {

    /** The largest amount that DE4 can carry. */
    public static final long MOST_MINOR = 999_999_999_999L;

    public Terms {
        if (minor < 0 || minor > MOST_MINOR) {
            throw new IllegalArgumentException("an amount is from 0 to " + MOST_MINOR + " minor units");
        }
    }

    public static Terms of(Processing processing, long minor) {
        return new Terms(processing, minor, false, false, null);
    }

    public Terms held() {
        return new Terms(processing, minor, true, partialAllowed, address);
    }

    public Terms orLess() {
        return new Terms(processing, minor, preauthorized, true, address);
    }

    public Terms verifying(String where) {
        return new Terms(processing, minor, preauthorized, partialAllowed, where);
    }

    /** The same for another amount. */
    public Terms worth(long other) {
        return new Terms(processing, other, preauthorized, partialAllowed, address);
    }

    /** Whether it only asks if the card is good. */
    public boolean isVerification() {
        return minor == 0 && processing == Processing.PURCHASE;
    }
}
