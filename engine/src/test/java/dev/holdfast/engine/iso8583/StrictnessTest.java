package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** One row per way in which bytes can be wrong: the change, and where it must be found. */
class StrictnessTest {

    @ParameterizedTest
    @CsvSource({
        // from, to, field, element, offset, reason
        "0100722, 1100722, 0, 0, 0, BAD_MESSAGE_TYPE",
        "0100722, 0900722, 0, 0, 0, BAD_MESSAGE_TYPE",
        "0100722, 0106722, 0, 0, 0, BAD_MESSAGE_TYPE",
        "0100722, 0A00722, 0, 0, 1, BAD_CHARACTER",
        "7224440008809400, 7224440008809g00, 1, 0, 17, BAD_BITMAP",
        "7224440008809400, 722444000880940a, 1, 0, 19, BAD_BITMAP",
        "7224440008809400, 0000000000000000, 1, 0, 4, EMPTY_BITMAP",
        "7224440008809400, F2244400088094000000000000000000, 1, 0, 20, EMPTY_BITMAP",
        "7224440008809400, F2244400088094008000000000000000, 65, 0, 181, UNKNOWN_FIELD",
        "164111, 1/4111, 2, 0, 21, BAD_LENGTH",
        "164111, 204111, 2, 0, 20, LENGTH_ABOVE_MAXIMUM",
        "164111, 004111, 2, 0, 20, LENGTH_ZERO",
        "164111, 16A111, 2, 0, 22, BAD_CHARACTER",
        "1120143015, 1320143015, 7, 0, 56, BAD_DATE",
        "1120143015, 1132143015, 7, 0, 58, BAD_DATE",
        "1120143015, 1120243015, 7, 0, 60, BAD_DATE",
        "1120143015, 1120146015, 7, 0, 62, BAD_DATE",
        "1120143015, 1120143060, 7, 0, 64, BAD_DATE",
        "0123456789ABCDEF, 0123456789abCDEF, 52, 0, 116, BAD_CHARACTER",
        "0400002608C, 0390002608C, 54, 0, 145, BAD_STRUCTURE",
        "0400002608C, 0400002608X, 54, 1, 132, BAD_CHARACTER",
        "TERM, TERM\u00e9, 41, 0, 99, BAD_CHARACTER"
    })
    void refusesInAscii(String from, String to, int field, int element, int offset, Reason reason) {
        String good = new String(Vectors.ASCII_AUTHORIZATION, StandardCharsets.ISO_8859_1);
        byte[] bad = good.replaceFirst(from, to).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Profiles.ASCII_1987.decode(bad)).isEqualTo(new Malformed(field, element, offset, reason));
    }

    @Test
    void refusesACategoryInAsciiAdditionalData() {
        String good = new String(Vectors.ASCII_INCREMENT, StandardCharsets.US_ASCII);
        byte[] bad = good.replaceFirst("0286105", "029R6105").getBytes(StandardCharsets.US_ASCII);

        assertThat(Profiles.ASCII_1987.decode(bad)).isEqualTo(new Malformed(48, 0, 51, Reason.BAD_LENGTH));
    }

    @ParameterizedTest
    @CsvSource({
        // from, to, field, element, reason
        "D9F4F2F0F7, 81F4F2F0F7, 48, 0, BAD_LENGTH",
        "D9F4F2F0F7, D9F4F2F0F0, 48, 42, LENGTH_ZERO",
        "D9F4F2F0F7, D9F4F2F9F9, 48, 42, BAD_STRUCTURE",
        "D9F4F2F0F7, D9F4C1F0F7, 48, 0, BAD_LENGTH",
        "F6F1F0F5F1, F4F2F0F5F1, 48, 42, DUPLICATE_ELEMENT",
        "F6F1F0F5F1, F6F1F0F4F1, 48, 61, BAD_STRUCTURE",
        "F6F1F0F5F1, F6F1F0F5C1, 48, 61, BAD_CHARACTER",
        "F1F0F2F5F1F0F0, F1F0F2F5F1F0C1, 61, 7, BAD_CHARACTER",
        "F0F1F2D4C3C3, F0F0F5D4C3C3, 63, 2, BAD_STRUCTURE",
        "F0F6F0F1F2F3F4F5, F0F7F0F1F2F3F4F5F6, 32, 0, LENGTH_ABOVE_MAXIMUM",
        "E3C5D9D4, E300D9D4, 41, 0, BAD_CHARACTER",
        "762044010881A00A, 762045010881A00A, 24, 0, UNKNOWN_FIELD"
    })
    void refusesInMastercardStyle(String from, String to, int field, int element, Reason reason) {
        Malformed malformed = malformed(Profiles.MASTERCARD_STYLE, Vectors.MASTERCARD_AUTHORIZATION, from, to);

        assertThat(malformed).isEqualTo(new Malformed(field, element, malformed.offset(), reason));
    }

    @ParameterizedTest
    @CsvSource({
        "160102009E, 150102009E, -1, 0, 0, BAD_HEADER",
        "160102009E, 160202009E, -1, 0, 0, BAD_HEADER",
        "160102009E, 160102009D, -1, 0, 3, TRAILING_BYTES",
        "160102009E, 160102009F, -1, 0, 3, TRUNCATED",
        "009E111111, 009E1A1111, -1, 0, 5, BAD_CHARACTER",
        "104111, 144111, 2, 0, 32, LENGTH_ABOVE_MAXIMUM",
        "104111, 10A111, 2, 0, 33, BAD_CHARACTER",
        "0051, 1051, 22, 0, 62, BAD_PADDING",
        "1904111, 1914111, 35, 0, 70, BAD_PADDING",
        "1904111, 1904E11, 35, 0, 71, BAD_CHARACTER",
        "11C000000000000000, 110000000000000000, 62, 0, 133, EMPTY_BITMAP",
        "11C000000000000000, 11C200000000000000, 62, 7, 150, UNKNOWN_FIELD",
        "11C000000000000000, 11E000000000000000, 62, 3, 150, TRUNCATED",
        "11C000000000000000, 118000000000000000, 62, 0, 142, BAD_STRUCTURE",
        "C50462, C51462, 62, 2, 142, BAD_PADDING",
        "07A00000, 07A08000, 63, 9, 158, TRUNCATED"
    })
    void refusesInVisaStyle(String from, String to, int field, int element, int offset, Reason reason) {
        assertThat(malformed(Profiles.VISA_STYLE, Vectors.VISA_AUTHORIZATION, from, to))
                .isEqualTo(new Malformed(field, element, offset, reason));
    }

    /** DE55 alone behind DE3, in the Mastercard style. */
    @ParameterizedTest
    @CsvSource({
        "9F2608A1B2C3D4E5F607, BAD_STRUCTURE",
        "9F26, BAD_STRUCTURE",
        "9F, BAD_STRUCTURE",
        "00019500, BAD_STRUCTURE",
        "9F3680, BAD_LENGTH",
        "9F36810101, BAD_LENGTH",
        "9F3682000101, BAD_LENGTH",
        "9F360200019F36020002, DUPLICATE_ELEMENT",
        "7206710472029500, TOO_DEEP"
    })
    void refusesChipData(String chip, Reason reason) {
        String length = "%03d".formatted(chip.length() / 2).replaceAll("(.)", "F$1");
        byte[] bytes = Vectors.hex("F0F1F0F0 2000000000000200 F0F0F0F0F0F0" + length + chip);

        Decoded decoded = Profiles.MASTERCARD_STYLE.decode(bytes);

        assertThat(decoded).isInstanceOf(Malformed.class);
        assertThat(((Malformed) decoded).reason()).isEqualTo(reason);
        assertThat(((Malformed) decoded).field()).isEqualTo(55);
    }

    @Test
    void refusesMoreItemsThanTheBound() {
        // A template with 65 empty items, which may repeat inside it.
        byte[] bytes = Vectors.hex("F0F1F0F0 2000000000000200 F0F0F0F0F0F0 F1F3F3 728182" + "9500".repeat(65));

        assertThat(Profiles.MASTERCARD_STYLE.decode(bytes))
                .isEqualTo(new Malformed(55, 0x95, 18 + 3 + 3 + 2 * 63, Reason.TOO_MANY_ELEMENTS));
    }

    @Test
    void refusesAMessageAboveTheLargestSize() {
        assertThat(Profiles.ASCII_1987.decode(new byte[Message.MAX_BYTES + 1]))
                .isEqualTo(new Malformed(Malformed.HEADER, 0, Message.MAX_BYTES, Reason.MESSAGE_TOO_LONG));
    }

    @Test
    void saysWhereAndWhy() {
        assertThat(new Malformed(48, 42, 101, Reason.LENGTH_ZERO)).hasToString("DE48.42 at byte 101: LENGTH_ZERO");
        assertThat(new Malformed(Malformed.HEADER, 0, 3, Reason.BAD_HEADER))
                .hasToString("header at byte 3: BAD_HEADER");
    }

    private static Malformed malformed(Profile profile, byte[] good, String from, String to) {
        String hex = Hexadecimal.format(good, 0, good.length);
        assertThat(hex).contains(from);
        Decoded decoded = profile.decode(Vectors.hex(hex.replaceFirst(from, to)));
        assertThat(decoded).isInstanceOf(Malformed.class);
        return (Malformed) decoded;
    }
}
