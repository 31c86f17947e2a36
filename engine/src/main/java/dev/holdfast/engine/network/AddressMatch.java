package dev.holdfast.engine.network;

import dev.holdfast.engine.card.BillingAddress;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;

/** What an address verification found, with the letter that networks have for it. */
public enum AddressMatch {
    BOTH('Y'),
    STREET('A'),
    POSTAL_CODE('Z'),
    NEITHER('N'),
    /** The issuer does not know the cardholder's address. */
    UNKNOWN('U');

    private final char letter;

    AddressMatch(char letter) {
        this.letter = letter;
    }

    /** DE48.83, or position 2 of F44. */
    public char letter() {
        return letter;
    }

    /** @throws IllegalArgumentException if none has this letter */
    public static AddressMatch ofLetter(char letter) {
        return Arrays.stream(values())
                .filter(match -> match.letter == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no address match has this letter"));
    }

    /** Compares what is given with what is known of the card's address; what is not known does not match. */
    static AddressMatch of(BillingAddress given, BillingAddress known) {
        if (known.equals(BillingAddress.UNKNOWN)) {
            return UNKNOWN;
        }
        boolean street = same(given.streetDigits(), known.streetDigits());
        boolean postalCode = same(given.postalCode(), known.postalCode());
        if (street) {
            return postalCode ? BOTH : STREET;
        }
        return postalCode ? POSTAL_CODE : NEITHER;
    }

    private static boolean same(@Nullable String given, @Nullable String known) {
        return given != null && known != null && plain(given).equals(plain(known));
    }

    private static String plain(String text) {
        return text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }
}
