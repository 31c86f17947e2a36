package dev.holdfast.engine.iso8583;

import java.util.HexFormat;

/** Bytes as text. A refusal quotes nothing, unlike the JDK's. */
final class Hexadecimal {

    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private Hexadecimal() {}

    static String format(byte[] bytes, int from, int to) {
        return UPPER.formatHex(bytes, from, to);
    }

    /** @throws IllegalArgumentException naming the field if the text is not pairs of hexadecimal digits */
    static byte[] parse(int field, String text) {
        try {
            return UPPER.parseHex(text);
        } catch (IllegalArgumentException refused) {
            // Not passed on as the cause: its message holds the text.
            throw new IllegalArgumentException("DE" + field + ": not hexadecimal");
        }
    }
}
