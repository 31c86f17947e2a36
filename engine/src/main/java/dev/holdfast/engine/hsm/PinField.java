package dev.holdfast.engine.hsm;

import java.util.Optional;

/**
 * The first 16 nibbles of a clear PIN block (ISO 9564-1): control digit, PIN length, PIN, filler. Formats differ in
 * control digit and filler.
 *
 * @param control 0 for format 0, 4 for format 4
 * @param filler F for format 0, A for format 4
 */
record PinField(int control, int filler) {

    static final int NIBBLES = 16;
    private static final int PIN_START = 2;

    void write(byte[] field, byte[] asciiPin) {
        Nibbles.set(field, 0, control);
        Nibbles.set(field, 1, asciiPin.length);
        Nibbles.setDigits(field, PIN_START, asciiPin, 0, asciiPin.length);
        for (int i = PIN_START + asciiPin.length; i < NIBBLES; i++) {
            Nibbles.set(field, i, filler);
        }
    }

    /** The PIN, or nothing. Looks at every nibble whatever is wrong with the ones before it. */
    Optional<Pin> read(byte[] field) {
        int length = Nibbles.at(field, 1);
        boolean valid = Nibbles.at(field, 0) == control;
        valid &= length >= Pin.MIN_LENGTH && length <= Pin.MAX_LENGTH;
        StringBuilder pin = new StringBuilder(NIBBLES);
        for (int i = PIN_START; i < NIBBLES; i++) {
            int nibble = Nibbles.at(field, i);
            boolean isPin = i < PIN_START + length;
            valid &= isPin ? nibble <= 9 : nibble == filler;
            pin.append((char) ('0' + nibble));
        }
        Optional<Pin> read = valid ? Pin.parse(pin.subSequence(0, length)) : Optional.empty();
        for (int i = 0; i < pin.length(); i++) {
            pin.setCharAt(i, '0');
        }
        return read;
    }
}
