package dev.holdfast.engine.vault;

/** The check digit of a card number: the Luhn formula of ISO/IEC 7812-1, annex B. */
final class Luhn {

    private Luhn() {}

    static boolean isValid(byte[] asciiDigits) {
        int last = asciiDigits.length - 1;
        return asciiDigits[last] == checkDigit(asciiDigits, last);
    }

    /** The ASCII digit that makes the first {@code length} digits, followed by it, valid. */
    static byte checkDigit(byte[] asciiDigits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = asciiDigits[i] - '0';
            boolean doubled = (length - i) % 2 == 1;
            sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return (byte) ('0' + (10 - sum % 10) % 10);
    }
}
