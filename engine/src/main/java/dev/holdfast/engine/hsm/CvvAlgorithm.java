package dev.holdfast.engine.hsm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The card verification value (described in IBM's z/OS ICSF Application Programmer's Guide, "CVV algorithm"): card
 * number, expiry and service code, padded with zeros to 32 digits, in two blocks; the first under DES key A, then the
 * second under the pair.
 */
final class CvvAlgorithm {

    private static final int BLOCK_BYTES = 8;

    private CvvAlgorithm() {}

    /**
     * @param asciiPan at most 19 digits
     * @param expiry four digits in their order
     */
    static String compute(TripleDes key, byte[] asciiPan, String expiry, ServiceCode code) {
        byte[] rest = (expiry + code.digits()).getBytes(StandardCharsets.US_ASCII);
        byte[] data = new byte[2 * BLOCK_BYTES];
        Nibbles.setDigits(data, 0, asciiPan, 0, asciiPan.length);
        Nibbles.setDigits(data, asciiPan.length, rest, 0, rest.length);
        byte[] first = key.encryptUnderFirstHalf(Arrays.copyOf(data, BLOCK_BYTES));
        byte[] second = Arrays.copyOfRange(data, BLOCK_BYTES, data.length);
        Arrays.fill(data, (byte) 0);
        return Decimalization.of(key.encrypt(Nibbles.xor(first, second)), Cvv.LENGTH);
    }
}
