package dev.holdfast.engine.iso8583;

import java.util.HexFormat;

/** IBM code page 1047 as data, because a trimmed runtime may lack the extended charsets. */
final class Ebcdic {

    /** The bytes of the characters from space to tilde, in ASCII order. */
    private static final String PRINTABLE = "405A7F7B5B6C507D4D5D5C4E6B604B61F0F1F2F3F4F5F6F7F8F97A5E4C7E6E6F"
            + "7CC1C2C3C4C5C6C7C8C9D1D2D3D4D5D6D7D8D9E2E3E4E5E6E7E8E9ADE0BD5F6D"
            + "79818283848586878889919293949596979899A2A3A4A5A6A7A8A9C04FD0A1";

    /** Character to byte; 0 where there is none. */
    static final byte[] BYTES = new byte[128];

    /** Unsigned byte to character; {@link Encoding#NONE} where there is none. */
    static final char[] CHARACTERS = new char[256];

    static {
        byte[] printable = HexFormat.of().parseHex(PRINTABLE);
        for (int index = 0; index < printable.length; index++) {
            BYTES[' ' + index] = printable[index];
            CHARACTERS[printable[index] & 0xFF] = (char) (' ' + index);
        }
    }

    private Ebcdic() {}
}
