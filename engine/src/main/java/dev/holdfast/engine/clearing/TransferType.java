package dev.holdfast.engine.clearing;

import java.util.Locale;

/** Whose money a clearing record moves, and which way. */
public enum TransferType {
    CONSUMER_DEBIT(true, false),
    CONSUMER_CREDIT(true, true),
    /** The account-holding institution's own. */
    AHI_DEBIT(false, false),
    AHI_CREDIT(false, true);

    private final boolean customers;
    private final boolean credit;

    TransferType(boolean customers, boolean credit) {
        this.customers = customers;
        this.credit = credit;
    }

    /** Whether it moves a customer's account. */
    public boolean isCustomers() {
        return customers;
    }

    public boolean isCredit() {
        return credit;
    }

    /** @throws IllegalArgumentException if there is none */
    public static TransferType ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
