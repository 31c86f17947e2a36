package dev.holdfast.engine.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decimal digits that must not be seen: of a card number, a PIN, a verification value. Never printed, compared in
 * constant time, and wiped on request.
 */
public final class SecretDigits {

    private final byte[] ascii;
    private volatile boolean wiped;

    private SecretDigits(byte[] ascii) {
        this.ascii = ascii;
    }

    /** Takes {@code min} to {@code max} ASCII digits, or nothing. */
    public static Optional<SecretDigits> parse(CharSequence text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            return Optional.empty();
        }
        byte[] ascii = new byte[text.length()];
        for (int i = 0; i < ascii.length; i++) {
            char c = text.charAt(i);
            ascii[i] = c <= '9' ? (byte) c : (byte) ':';
        }
        return ofAscii(ascii, min, max);
    }

    /** Takes {@code min} to {@code max} ASCII digits, or nothing. The array is its own from now on. */
    static Optional<SecretDigits> ofAscii(byte[] ascii, int min, int max) {
        boolean valid = ascii.length >= min && ascii.length <= max;
        for (byte digit : ascii) {
            valid &= digit >= '0' && digit <= '9';
        }
        if (!valid) {
            Arrays.fill(ascii, (byte) 0);
            return Optional.empty();
        }
        return Optional.of(new SecretDigits(ascii));
    }

    public int length() {
        return ascii.length;
    }

    /**
     * A copy, one ASCII digit a byte, which the caller wipes.
     *
     * @throws IllegalStateException if they have been wiped
     */
    public byte[] toBytes() {
        byte[] copy = ascii.clone();
        if (wiped) {
            throw new IllegalStateException("these digits have been wiped");
        }
        return copy;
    }

    /**
     * The digits as text, for the one reader who may see them. A string cannot be wiped.
     *
     * @throws IllegalStateException if they have been wiped
     */
    public String reveal() {
        return new String(toBytes(), StandardCharsets.US_ASCII);
    }

    /** Overwrites the digits; they cannot be used afterwards. */
    public void wipe() {
        wiped = true;
        Arrays.fill(ascii, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretDigits digits && MessageDigest.isEqual(ascii, digits.ascii);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ascii);
    }

    @Override
    public String toString() {
        return "SecretDigits[not shown]";
    }
}
