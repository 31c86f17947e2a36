package dev.holdfast.engine.vault;

import java.util.Arrays;
import java.util.Optional;

/**
 * A card number: 12 to 19 digits with a valid check digit (ISO/IEC 7812-1). Prints as its mask only.
 *
 * <p>{@link #wipe} is for numbers that one caller alone holds, such as a batch that has been sealed.
 */
public final class Pan {

    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 19;

    /** PCI DSS 3.4.1 and 3.5.1: the first six and last four may be shown. */
    private static final int FIRST_SHOWN = 6;

    private static final int LAST_SHOWN = 4;

    /** 15 digits minus ten: with fewer hidden, and one of them a check digit, the mask would nearly tell the number. */
    private static final int LEAST_HIDDEN = 5;

    private final SecretDigits digits;

    private Pan(SecretDigits digits) {
        this.digits = digits;
    }

    /** Takes a card number, or nothing if the length, a character or the check digit is wrong. */
    public static Optional<Pan> parse(CharSequence text) {
        return SecretDigits.parse(text, MIN_LENGTH, MAX_LENGTH)
                .filter(Pan::hasValidCheckDigit)
                .map(Pan::new);
    }

    /** As {@link #parse}, of ASCII digits. The array is the number's own from now on. */
    static Optional<Pan> ofAscii(byte[] ascii) {
        return SecretDigits.ofAscii(ascii, MIN_LENGTH, MAX_LENGTH)
                .filter(Pan::hasValidCheckDigit)
                .map(Pan::new);
    }

    private static boolean hasValidCheckDigit(SecretDigits digits) {
        byte[] ascii = digits.toBytes();
        boolean valid = Luhn.isValid(ascii);
        Arrays.fill(ascii, (byte) 0);
        return valid;
    }

    /** All digits. Whoever takes them must see that they are neither logged nor stored in clear. */
    public SecretDigits digits() {
        return digits;
    }

    public int length() {
        return digits.length();
    }

    /** What may be shown and stored beside the vault: first six and last four, or the last four of a short number. */
    public String masked() {
        byte[] ascii = digits.toBytes();
        int hidden = ascii.length - FIRST_SHOWN - LAST_SHOWN;
        int from = hidden < LEAST_HIDDEN ? 0 : FIRST_SHOWN;
        StringBuilder mask = new StringBuilder(ascii.length);
        for (int i = 0; i < ascii.length; i++) {
            mask.append(i >= from && i < ascii.length - LAST_SHOWN ? '*' : (char) ascii[i]);
        }
        Arrays.fill(ascii, (byte) 0);
        return mask.toString();
    }

    public String lastFour() {
        return masked().substring(length() - LAST_SHOWN);
    }

    /** Overwrites the digits; the number cannot be used afterwards. */
    public void wipe() {
        digits.wipe();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pan pan && digits.equals(pan.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Never throws, so that a wiped number in a log line stays a log line. */
    @Override
    public String toString() {
        try {
            return masked();
        } catch (IllegalStateException wiped) {
            return "Pan[wiped]";
        }
    }
}
