package dev.holdfast.simulator.network.lifecycle;

/** What is special about a step's message. */
public enum Flag {
    /** The terminal takes an approval of less. */
    PARTIAL,
    CVV,
    WRONG_CVV,
    /** The cardholder enters the PIN, if the card has one. */
    PIN,
    WRONG_PIN,
    WRONG_EXPIRY,
    /** The postal address is to be verified. */
    ADDRESS,
    /** The network could not find its id of the original: zeros. */
    ZERO_ID,
    /** DE90 is left out. */
    NO_ORIGINAL,
    /** 0420 in place of 0400. */
    ADVICE,
    /** Stand-in declined; only recorded. */
    DECLINED
}
