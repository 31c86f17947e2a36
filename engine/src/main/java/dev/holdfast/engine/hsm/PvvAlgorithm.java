package dev.holdfast.engine.hsm;

import java.util.Arrays;

/**
 * The PIN verification value (described in IBM's z/OS ICSF Application Programmer's Guide, "PVV generation algorithm"):
 * the eleven right-most digits of the card number without its check digit, the key's index and the first four of the
 * PIN, under triple DES.
 */
final class PvvAlgorithm {

    private static final int BLOCK_BYTES = 8;
    private static final int PAN_DIGITS = 11;
    private static final int PIN_DIGITS = 4;

    private PvvAlgorithm() {}

    /**
     * @param asciiPan at least 12 digits
     * @param asciiPin at least 4 digits
     */
    static String compute(TripleDes key, int keyIndex, byte[] asciiPan, byte[] asciiPin) {
        byte[] data = new byte[BLOCK_BYTES];
        int checkDigit = asciiPan.length - 1;
        Nibbles.setDigits(data, 0, asciiPan, checkDigit - PAN_DIGITS, checkDigit);
        Nibbles.set(data, PAN_DIGITS, keyIndex);
        Nibbles.setDigits(data, PAN_DIGITS + 1, asciiPin, 0, PIN_DIGITS);
        byte[] encrypted = key.encrypt(data);
        Arrays.fill(data, (byte) 0);
        return Decimalization.of(encrypted, Pvv.LENGTH);
    }
}
