package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.SecretDigits;

import java.util.Optional;

/**
 * What an issuer stores to verify a PIN by. One in ten thousand PINs matches it, so it is no secret equal to the PIN,
 * but with the key it gives candidates.
 *
 * @param keyIndex which PIN verification key made it (PVKI): 1 to 6
 * @param digits four of them
 */
public record Pvv(int keyIndex, SecretDigits digits) {

    static final int LENGTH = 4;
    private static final int MAX_KEY_INDEX = 6;

    /** Takes a key index and four digits, or nothing. */
    public static Optional<Pvv> parse(int keyIndex, CharSequence text) {
        return SecretDigits.parse(text, LENGTH, LENGTH)
                .filter(digits -> isKeyIndex(keyIndex))
                .map(digits -> new Pvv(keyIndex, digits));
    }

    static boolean isKeyIndex(int keyIndex) {
        return keyIndex >= 1 && keyIndex <= MAX_KEY_INDEX;
    }
}
