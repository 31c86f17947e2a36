package dev.holdfast.engine.control;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Who asks to be paid.
 *
 * @param id the acquirer's name for the merchant (ISO 8583 field 42); null if the message has none
 * @param mcc merchant category code, 0 to 9999
 * @param country ISO 3166 alpha-2, upper case; null if the message has none
 */
public record Merchant(
        @Nullable String id, int mcc, @Nullable String country) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public Merchant {
        requireMcc(mcc);
        if (country != null) {
            requireCountry(country);
        }
    }

    static void requireMcc(int mcc) {
        if (mcc < 0 || mcc > 9999) {
            throw new IllegalArgumentException("a merchant category code has four digits");
        }
    }

    /** Form only: networks also use codes that ISO 3166 leaves to users, such as XK. */
    static void requireCountry(String country) {
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is two upper-case letters");
        }
    }
}
