package dev.holdfast.simulator.network.model;

/** Why a request is declined, in order of precedence. */
public enum Reason {
    DUPLICATE("94"),
    CARD_NOT_FOUND("14"),
    CARD_CLOSED("14", "46"),
    CARD_LOST("41"),
    CARD_STOLEN("43"),
    CARD_EXPIRED("54"),
    EXPIRY_MISMATCH("54"),
    CARD_NOT_ACTIVE("78"),
    CARD_LOCKED("62"),
    CVV_MISMATCH("63", "N7"),
    PIN_TRIES_EXCEEDED("75"),
    PIN_INCORRECT("55"),
    REVERSED_BEFORE("12"),
    PAYMENT_CLOSED("12"),
    INSUFFICIENT_FUNDS("51");

    private final String code;
    private final String visaCode;

    Reason(String code) {
        this(code, code);
    }

    Reason(String code, String visaCode) {
        this.code = code;
        this.visaCode = visaCode;
    }

    /** Returns DE39. */
    public String code(boolean visa) {
        return visa ? visaCode : code;
    }
}
