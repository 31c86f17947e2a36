package dev.holdfast.engine.iso8583;

import java.util.Arrays;

/** What a field may hold, in ISO 8583's own notation. Control characters are in no class. */
enum Content {
    NUMERIC("n", Content.DIGIT),
    ALPHANUMERIC("an", Content.DIGIT | Content.LETTER),
    /** The p of ISO 8583:2003: letters and digits, padded with spaces. */
    ALPHANUMERIC_PADDED("anp", Content.DIGIT | Content.LETTER | Content.SPACE),
    SPECIAL("ans", Content.DIGIT | Content.LETTER | Content.SPACE | Content.PUNCTUATION),
    TRACK("z", Content.DIGIT | Content.SEPARATOR),
    /** An amount behind its sign: C credit, D debit. */
    SIGNED("x+n", Content.DIGIT),
    /** Bytes as pairs of upper-case hexadecimal digits. */
    HEXADECIMAL("h", Content.HEX),
    /** Bytes; any value. */
    BINARY("b", 0);

    private static final int DIGIT = 1;
    private static final int LETTER = 2;
    private static final int SPACE = 4;
    private static final int PUNCTUATION = 8;
    private static final int SEPARATOR = 16;
    private static final int SIGN = 32;
    private static final int HEX = 64;

    private static final byte[] CLASSES = classes();

    private final String notation;
    private final int mask;

    Content(String notation, int mask) {
        this.notation = notation;
        this.mask = mask;
    }

    static Content of(String notation) {
        return Arrays.stream(values())
                .filter(content -> content.notation.equals(notation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such content: " + notation));
    }

    /** Returns the characters that the notation's length leaves out: x+n8 is a sign and eight digits. */
    int signs() {
        return this == SIGNED ? 1 : 0;
    }

    /** Whether the character may stand at this index. 0 stands for a byte without a character and is never allowed. */
    boolean allows(int index, char character) {
        int wanted = this == SIGNED && index == 0 ? SIGN : mask;
        return (CLASSES[character & 0x7F] & wanted) != 0;
    }

    /** Whether the text has this length and only characters of this class. */
    boolean allows(String text, int length) {
        boolean allowed = text.length() == length;
        for (int index = 0; allowed && index < length; index++) {
            allowed = text.charAt(index) <= '~' && allows(index, text.charAt(index));
        }
        return allowed;
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = '!'; c <= '~'; c++) {
            classes[c] = PUNCTUATION;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classes[c] = LETTER;
            classes[c | 0x20] = LETTER;
        }
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT | HEX;
        }
        for (char c = 'A'; c <= 'F'; c++) {
            classes[c] |= HEX;
        }
        classes[' '] = SPACE;
        classes['='] |= SEPARATOR;
        classes['D'] |= SEPARATOR | SIGN;
        classes['C'] |= SIGN;
        return classes;
    }
}
