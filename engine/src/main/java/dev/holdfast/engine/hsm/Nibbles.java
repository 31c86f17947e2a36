package dev.holdfast.engine.hsm;

/** Bytes as pairs of four bits: how these algorithms write digits. */
final class Nibbles {

    private Nibbles() {}

    static int at(byte[] bytes, int index) {
        return index % 2 == 0 ? bytes[index / 2] >> 4 & 0xF : bytes[index / 2] & 0xF;
    }

    static void set(byte[] bytes, int index, int value) {
        int other = index % 2 == 0 ? bytes[index / 2] & 0x0F : bytes[index / 2] & 0xF0;
        bytes[index / 2] = (byte) (other | (index % 2 == 0 ? value << 4 : value));
    }

    /** Writes ASCII digits {@code from} to {@code to}, exclusive, from nibble {@code index} on. */
    static void setDigits(byte[] bytes, int index, byte[] asciiDigits, int from, int to) {
        for (int i = from; i < to; i++) {
            set(bytes, index + i - from, asciiDigits[i] - '0');
        }
    }

    static byte[] xor(byte[] one, byte[] other) {
        byte[] result = new byte[one.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }
}
