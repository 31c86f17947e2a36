package dev.holdfast.engine.hsm;

/**
 * Turns 16 hexadecimal digits into decimal ones in two scans: first those that are decimal, from left to right, then,
 * if they are too few, the others less ten. Both verification values use it.
 */
final class Decimalization {

    private static final int RADIX = 10;

    private Decimalization() {}

    static String of(byte[] block, int length) {
        StringBuilder digits = new StringBuilder(2 * block.length);
        scan(block, 0, digits);
        scan(block, RADIX, digits);
        return digits.substring(0, length);
    }

    /** Every nibble is in one of the two scans, so together they always suffice. */
    private static void scan(byte[] block, int least, StringBuilder digits) {
        for (int i = 0; i < 2 * block.length; i++) {
            int nibble = Nibbles.at(block, i) - least;
            if (nibble >= 0 && nibble < RADIX) {
                digits.append((char) ('0' + nibble));
            }
        }
    }
}
