package dev.holdfast.engine.iso8583;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Whole messages written out by hand, one field a line. What follows a # is a remark. */
final class Vectors {

    static final byte[] ASCII_AUTHORIZATION = ascii("""
            0100
            7224440008809400
            164111111111111111   # DE2
            000000               # DE3
            000000012345         # DE4
            1120143015           # DE7
            000042               # DE11
            3112                 # DE14
            5411                 # DE18
            051                  # DE22
            632414000042         # DE37
            TERM0001             # DE41
            608                  # DE49
            0123456789ABCDEF     # DE52
            0400002608C000000001000 0140608D000000000500 # DE54
            """);

    static final byte[] ASCII_REVERSAL = ascii("""
            0400
            F220000000000000 0000004200000000
            164111111111111111   # DE2
            000000               # DE3
            000000012345         # DE4
            1120143015           # DE7
            000043               # DE11
            0100 625006 0204144801 00000013401 00000200350 # DE90
            000000004000 000000000000 C00000000 C00000000  # DE95
            """);

    /** Spaces are written as they stand, so not through {@link #ascii}. */
    static final byte[] ASCII_INCREMENT = ("0100" + "A020000000010002" + "0000000000000004"
                    + "000000" // DE3
                    + "000043" // DE11
                    + "028" + "6105" + "10000" + "6315" + "MCC1234561120  " // DE48: 61, 63
                    + "009" + "MCC123457" // DE63
                    + "004" + "0102") // DE126
            .getBytes(StandardCharsets.US_ASCII);

    static final byte[] MASTERCARD_AUTHORIZATION = hex("""
            F0F1F0F0                         # 0100
            762044010881A00A
            F1F6 F5F5F5F5F5F5F5F5F5F5F5F5F4F4F4F4 # DE2
            F0F0F0F0F0F0                     # DE3
            F0F0F0F0F0F0F0F1F2F3F4F5         # DE4
            F0F0F0F0F0F0F0F1F2F3F4F5         # DE6
            F1F1F2F0F1F4F3F0F1F5             # DE7
            F0F0F0F0F4F2                     # DE11
            F5F4F1F1                         # DE18
            F8F1F0                           # DE22
            F0F6 F0F1F2F3F4F5                # DE32
            F6F3F2F4F1F4F0F0F0F0F4F2         # DE37
            E3C5D9D4F0F0F0F1                 # DE41
            F0F2F1 D9                        # DE48, category R
            F4F2 F0F7 F0F1F0F3F2F1F2         #   42: 01 = 212
            F6F1 F0F5 F1F0F0F0F1             #   61: partial approval, final
            F6F0F8                           # DE49
            F6F0F8                           # DE51
            F0F2F6 F1F0F2F5F1F0F0F0F0F0F6    # DE61, positions 1 to 11
            F0F0 F6F0F8 F1F2F3F4F5F6F7F8F9F0 #   12 to 14
            F0F1F2 D4C3C3 F1F2F3F4F5F6F7F8F9 # DE63
            """);

    /** Bits 2, 7, 11, 33, 63, 70 and 110, as a public sample of a key exchange has them. */
    static final byte[] MASTERCARD_KEY_EXCHANGE = hex("""
            F0F8F0F0
            C220000080000002 0400000000040000
            F0F5 F0F0F0F0F1                  # DE2
            F1F1F2F0F1F4F3F0F1F5             # DE7
            F0F0F0F0F4F4                     # DE11
            F0F5 F0F0F0F0F1                  # DE33
            F0F0F9 D4C3C3 F0F0F0F0F0F1       # DE63
            F1F6F1                           # DE70
            F0F0F4 D2C5E8E2                  # DE110
            """);

    static final byte[] VISA_AUTHORIZATION = hex("""
            16 01 02 009E 111111 222222 00 0000 000000 00 000000 00
            0100
            7224448128C09016
            10 4111111111111111              # F2
            000000                           # F3
            000000012345                     # F4
            1120143015                       # F7
            000042                           # F11
            3112                             # F14
            5411                             # F18
            0051                             # F22
            00                               # F25
            06 012345                        # F32
            19 04111111111111111D31121011    # F35
            F6F3F2F4F1F4F0F0F0F0F4F2         # F37
            E3C5D9D4F0F0F0F1                 # F41
            D4C5D9C3C8C1D5E3F0F0F0F0F0F0F1   # F42
            0608                             # F49
            0123456789ABCDEF                 # F52
            03 050000                        # F60
            11 C000000000000000 C5 0462324123456789 # F62: 1, 2
            07 A00000 0002 2104              # F63: 1, 3
            """);

    private Vectors() {}

    static byte[] hex(String lines) {
        return HexFormat.of().parseHex(joined(lines));
    }

    static byte[] ascii(String lines) {
        return joined(lines).getBytes(StandardCharsets.US_ASCII);
    }

    private static String joined(String lines) {
        return lines.lines()
                .map(line -> line.replaceFirst("#.*", "").replace(" ", ""))
                .collect(Collectors.joining());
    }
}
