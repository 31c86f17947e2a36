package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.SecretDigits;

import java.util.Optional;

/**
 * A card verification value, of whichever kind. Must not be stored, not even encrypted (PCI DSS 3.3.1).
 *
 * @param digits three of them
 */
public record Cvv(SecretDigits digits) {

    static final int LENGTH = 3;

    /** Takes three digits, or nothing. */
    public static Optional<Cvv> parse(CharSequence text) {
        return SecretDigits.parse(text, LENGTH, LENGTH).map(Cvv::new);
    }
}
