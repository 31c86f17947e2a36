package dev.holdfast.engine.book;

/**
 * The chart of accounts. Customer codes exist once per balance, the others once per tenant and currency (kept per
 * bucket, summed on reading). The number is what the journal and the totals store, and never changes its meaning.
 */
public enum LedgerCode {
    /** What a customer may spend. A liability of the institution. */
    CUSTOMER_AVAILABLE(1, "customer_available"),
    /** What a customer has promised to merchants by pre-authorizations. A liability of the institution. */
    CUSTOMER_HELD(2, "customer_held"),
    /** What is owed to, or due from, the card network. */
    NETWORK_SETTLEMENT(3, "network_settlement"),
    /** Where deposits come from and withdrawals go to. */
    FUNDING(4, "funding"),
    FEES(5, "fees"),
    INTERCHANGE(6, "interchange"),
    CHARGEBACK_RECEIVABLE(7, "chargeback_receivable"),
    SUSPENSE(8, "suspense"),
    WRITE_OFF(9, "write_off");

    private final short number;
    private final String label;

    LedgerCode(int number, String label) {
        this.number = (short) number;
        this.label = label;
    }

    public short number() {
        return number;
    }

    /** The name on the wire and in reports. */
    public String label() {
        return label;
    }

    /**
     * Returns the code that the journal stores as this number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LedgerCode ofNumber(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("no ledger code has the number " + number);
        }
        return values()[number - 1];
    }
}
