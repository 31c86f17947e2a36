package dev.holdfast.engine.authorization;

/** What is asked for: the first two digits of the processing code, and the amount. */
public enum TransactionType {
    /** 00, and whatever else buys something. */
    PURCHASE(true),
    /** 01 at a machine, 17 over a counter. */
    CASH(true),
    /** 09: a purchase of which a part is handed out. */
    CASHBACK(true),
    /** 11: what is as good as cash, as chips and traveller's cheques. */
    QUASI_CASH(true),
    /** 20: announces that money will be given back. It comes when the refund is presented. */
    REFUND(false),
    /** 26 and 28: announces money to the card. It comes when it is presented. */
    PAYMENT(false),
    /** 30 and 31. */
    BALANCE_INQUIRY(false),
    /** An amount of zero: asks whether the card is good. */
    ACCOUNT_VERIFICATION(false);

    private final boolean spends;

    TransactionType(boolean spends) {
        this.spends = spends;
    }

    /** Whether an approval takes money from what is available. */
    public boolean spends() {
        return spends;
    }
}
