package dev.holdfast.engine.clearing;

import java.util.Locale;

/** What a clearing record is about: Open Fabric's 28 types, in the groups of what they state. */
public enum ClearingType {
    FINAL_AUTH(Statement.LAST_PRESENTMENT),
    FINAL_AUTH_PARTIAL(Statement.PRESENTMENT),
    FINAL_AUTH_REVERSAL(Statement.PRESENTMENT_REVERSAL),
    FINAL_AUTH_PARTIAL_REVERSAL(Statement.PRESENTMENT_REVERSAL),
    FINAL_AUTH_EXPIRY(Statement.EXPIRY),
    PRE_AUTH_PARTIAL(Statement.PRESENTMENT),
    PRE_AUTH_PARTIAL_REVERSAL(Statement.PRESENTMENT_REVERSAL),
    PRE_AUTH_FINAL(Statement.LAST_PRESENTMENT),
    PRE_AUTH_FINAL_REVERSAL(Statement.PRESENTMENT_REVERSAL),
    PRE_AUTH_EXPIRY(Statement.EXPIRY),
    REFUND(Statement.REFUND),
    REFUND_REVERSAL(Statement.REFUND_REVERSAL),
    REFUND_EXPIRY(Statement.REFUND_REVERSAL),
    CHARGEBACK(Statement.ADJUSTMENT),
    CHARGEBACK_REVERSAL(Statement.ADJUSTMENT),
    CHARGEBACK_CHALLENGE(Statement.ADJUSTMENT),
    CHARGEBACK_CHALLENGE_REVERSAL(Statement.ADJUSTMENT),
    FEE_COLLECTION_CREDIT(Statement.ADJUSTMENT),
    FEE_COLLECTION_CREDIT_REVERSAL(Statement.ADJUSTMENT),
    FEE_COLLECTION_DEBIT(Statement.ADJUSTMENT),
    FEE_COLLECTION_DEBIT_REVERSAL(Statement.ADJUSTMENT),
    UNLINKED_AUTH_PARTIAL(Statement.PRESENTMENT),
    UNLINKED_AUTH_FINAL(Statement.LAST_PRESENTMENT),
    UNLINKED_AUTH_PARTIAL_REVERSAL(Statement.PRESENTMENT_REVERSAL),
    UNLINKED_AUTH_FINAL_REVERSAL(Statement.PRESENTMENT_REVERSAL),
    UNLINKED_REFUND(Statement.REFUND),
    UNLINKED_REFUND_REVERSAL(Statement.REFUND_REVERSAL),
    UNLINKED_CHARGEBACK(Statement.ADJUSTMENT);

    /** What a record states of its payment. */
    enum Statement {
        PRESENTMENT,
        LAST_PRESENTMENT,
        /** Names the record that it takes back. */
        PRESENTMENT_REVERSAL,
        REFUND,
        /** Names the record that it takes back. */
        REFUND_REVERSAL,
        EXPIRY,
        /** To or from the customer, as the transfer type says. */
        ADJUSTMENT
    }

    private final Statement statement;

    ClearingType(Statement statement) {
        this.statement = statement;
    }

    Statement statement() {
        return statement;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a record of this type takes an earlier one back, and so must name it. */
    public boolean takesBack() {
        return statement == Statement.PRESENTMENT_REVERSAL || statement == Statement.REFUND_REVERSAL;
    }

    /** @throws IllegalArgumentException if there is none */
    public static ClearingType ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
