package dev.holdfast.ledgerapi.exchange;

/** How long the caller's names may be, in characters. */
public final class ReferenceLength {

    /** Accounts, balances and holds. */
    public static final int MAX_REF = 64;

    /** Transactions, idempotency keys and the caller's action references. */
    public static final int MAX_ID = 128;

    private ReferenceLength() {}
}
