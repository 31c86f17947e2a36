package dev.holdfast.ledgerapi.error;

import java.util.Locale;

/** What is wrong with one field; {@code error_code} of a detail is the name in lower case. */
public enum DetailCode {
    REQUIRED,
    WRONG_TYPE,
    INVALID_VALUE,
    BALANCE_REF_NOT_FOUND,
    CURRENCY_MISMATCH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
