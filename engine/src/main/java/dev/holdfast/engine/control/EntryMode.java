package dev.holdfast.engine.control;

/** How the card's number came to the merchant: ISO 8583 field 22, positions 1 and 2. */
public enum EntryMode {
    /** 01. */
    MANUAL,
    /** 02 and 90. */
    MAGSTRIPE,
    /** 79 and 80: the chip could not be read. */
    FALLBACK,
    /** 05. */
    CHIP,
    /** 07. */
    CONTACTLESS_CHIP,
    /** 91. */
    CONTACTLESS_MAGSTRIPE,
    /** 81. */
    ECOMMERCE,
    /** 09. */
    ECOMMERCE_CHIP,
    /** 10. */
    CREDENTIAL_ON_FILE,
    /** 82. */
    SERVER_INITIATED,
    /** The message does not say, or says what is not known here. */
    UNKNOWN
}
