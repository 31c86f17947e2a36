package dev.holdfast.engine.vault;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.nio.charset.StandardCharsets;

/** Card numbers for tests. */
public final class Pans {

    private Pans() {}

    public static Pan pan(String digits) {
        return Pan.parse(digits).orElseThrow();
    }

    /** Every valid card number, from 12 to 19 digits. */
    public static Arbitrary<Pan> all() {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(Pan.MIN_LENGTH - 1)
                .ofMaxLength(Pan.MAX_LENGTH - 1)
                .map(Pans::withCheckDigit);
    }

    private static Pan withCheckDigit(String digits) {
        byte[] ascii = digits.getBytes(StandardCharsets.US_ASCII);
        return pan(digits + (char) Luhn.checkDigit(ascii, ascii.length));
    }
}
