package dev.holdfast.engine.iso8583;

/** Why bytes are not a message. The names go to logs and metrics, so they say nothing about the bytes themselves. */
public enum Reason {
    /** The message ends inside this field. */
    TRUNCATED,
    /** Bytes follow the last field. */
    TRAILING_BYTES,
    /** The message is above {@link Message#MAX_BYTES}. */
    MESSAGE_TOO_LONG,
    /** The station header has an unknown form, or a length that is not the message's. */
    BAD_HEADER,
    /** Not a 1987 message type: version 0, class 1 to 8, origin 0 to 5. */
    BAD_MESSAGE_TYPE,
    /** A bitmap in characters holds one that is no upper-case hexadecimal digit. */
    BAD_BITMAP,
    /** A bitmap has no bit set. */
    EMPTY_BITMAP,
    /** The profile does not define this field or element. */
    UNKNOWN_FIELD,
    /** A length is not made of digits, or is not the shortest way to write it. */
    BAD_LENGTH,
    /** A variable field is present without a value. */
    LENGTH_ZERO,
    /** A length is above the field's maximum. */
    LENGTH_ABOVE_MAXIMUM,
    /** The character is outside the field's class, for instance a letter in a numeric field. */
    BAD_CHARACTER,
    /** The unused half byte of an odd number of digits is not zero. */
    BAD_PADDING,
    /** Not a date or time of day: month 13, hour 24. */
    BAD_DATE,
    /** The value does not end where one of its positions or items ends. */
    BAD_STRUCTURE,
    /** An element occurs twice. */
    DUPLICATE_ELEMENT,
    /** More items than the bound. */
    TOO_MANY_ELEMENTS,
    /** Items inside items beyond the bound. */
    TOO_DEEP
}
