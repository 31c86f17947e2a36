package dev.holdfast.engine.iso8583;

/**
 * How a network writes each kind of field.
 *
 * @param digits for {@code n} and {@code z}
 * @param text for all other characters
 * @param two the length prefix of fields up to 99 units
 * @param three the length prefix of fields up to 999 units
 */
record Dialect(Encoding digits, Encoding text, LengthPrefix two, LengthPrefix three) {

    Encoding encodingOf(Content content) {
        return switch (content) {
            case BINARY -> Encoding.RAW;
            case NUMERIC, TRACK -> digits;
            case ALPHANUMERIC, ALPHANUMERIC_PADDED, SPECIAL, SIGNED, HEXADECIMAL -> text;
        };
    }
}
