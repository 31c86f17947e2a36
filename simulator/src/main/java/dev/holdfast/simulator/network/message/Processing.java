package dev.holdfast.simulator.network.message;

/** The first two digits of DE3. */
public enum Processing {
    PURCHASE("00"),
    CASH("01"),
    CASHBACK("09"),
    QUASI_CASH("11"),
    CASH_DISBURSEMENT("17"),
    REFUND("20"),
    PAYMENT("28"),
    BALANCE("30");

    private final String code;

    Processing(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether an approval takes money from the cardholder. */
    public boolean spends() {
        return this != REFUND && this != PAYMENT && this != BALANCE;
    }
}
