package dev.holdfast.engine.control;

/** Where a purchase was made. Told from the processing code, the point-of-service fields and the MCC. */
public enum Channel {
    POINT_OF_SALE,
    ATM,
    ECOMMERCE,
    MAIL_OR_TELEPHONE,
    RECURRING,
    /** The message does not say, or says what is not known here. */
    UNKNOWN
}
