package dev.holdfast.simulator.model;

import java.util.Locale;

/** Why an operation is refused, in order of precedence; the wire code is the name in lower case. */
public enum RefusalCode {
    ACCOUNT_NOT_FOUND,
    ACCOUNT_INACTIVE,
    BALANCE_REF_NOT_FOUND,
    HOLD_NOT_FOUND,
    CURRENCY_MISMATCH,
    HOLD_CLOSED,
    HOLD_AMOUNT_EXCEEDED,
    INSUFFICIENT_BALANCE,
    BALANCE_LIMIT_EXCEEDED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }
}
