package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.KeyBytes;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

import java.util.Arrays;
import java.util.Optional;

/**
 * PIN block format 4 of ISO 9564-1: the PIN field and 8 random bytes under AES, XOR the card number's field, under AES
 * again.
 */
final class Iso4 {

    static final int RANDOM_BYTES = 8;

    private static final PinField FIELD = new PinField(4, 0xA);
    private static final int BYTES = PinBlockFormat.ISO_4.bytes();
    private static final int SHORTEST_PAN = 12;

    private Iso4() {}

    static byte[] pinField(byte[] asciiPin, byte[] random) {
        byte[] field = new byte[BYTES];
        FIELD.write(field, asciiPin);
        System.arraycopy(random, 0, field, BYTES - RANDOM_BYTES, RANDOM_BYTES);
        return field;
    }

    /** How many digits more than twelve the card number has, its digits, zeros. */
    static byte[] panField(byte[] asciiPan) {
        byte[] field = new byte[BYTES];
        Nibbles.set(field, 0, asciiPan.length - SHORTEST_PAN);
        Nibbles.setDigits(field, 1, asciiPan, 0, asciiPan.length);
        return field;
    }

    static byte[] encrypt(KeyBytes key, byte[] pinField, byte[] panField) {
        return run(key, true, Nibbles.xor(run(key, true, pinField), panField));
    }

    static Optional<Pin> decrypt(KeyBytes key, byte[] block, byte[] panField) {
        byte[] pinField = run(key, false, Nibbles.xor(run(key, false, block), panField));
        Optional<Pin> pin = FIELD.read(pinField);
        Arrays.fill(pinField, (byte) 0);
        return pin;
    }

    private static byte[] run(KeyBytes key, boolean encrypting, byte[] block) {
        byte[] result = new byte[BYTES];
        var aes = AESEngine.newInstance();
        aes.init(encrypting, new KeyParameter(key.toBytes()));
        aes.processBlock(block, 0, result, 0);
        return result;
    }
}
