package dev.holdfast.engine.hsm;

import java.util.Optional;

/**
 * PIN block format 0 of ISO 9564-1: the PIN field XOR the twelve right-most digits of the card number, check digit
 * aside.
 */
final class Iso0 {

    private static final PinField FIELD = new PinField(0, 0xF);
    private static final int PAN_START = 4;
    private static final int PAN_DIGITS = 12;

    private Iso0() {}

    static byte[] encode(byte[] asciiPan, byte[] asciiPin) {
        byte[] field = new byte[PinBlockFormat.ISO_0.bytes()];
        FIELD.write(field, asciiPin);
        return Nibbles.xor(field, panField(asciiPan));
    }

    static Optional<Pin> decode(byte[] asciiPan, byte[] clearBlock) {
        return FIELD.read(Nibbles.xor(clearBlock, panField(asciiPan)));
    }

    /** A card number of twelve digits has only eleven to give; a zero comes before them. */
    private static byte[] panField(byte[] asciiPan) {
        byte[] field = new byte[PinBlockFormat.ISO_0.bytes()];
        int checkDigit = asciiPan.length - 1;
        int from = Math.max(0, checkDigit - PAN_DIGITS);
        Nibbles.setDigits(field, PAN_START + PAN_DIGITS - (checkDigit - from), asciiPan, from, checkDigit);
        return field;
    }
}
