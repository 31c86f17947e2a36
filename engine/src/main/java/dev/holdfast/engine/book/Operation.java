package dev.holdfast.engine.book;

import java.util.Arrays;

import static dev.holdfast.engine.book.LedgerCode.CUSTOMER_AVAILABLE;
import static dev.holdfast.engine.book.LedgerCode.CUSTOMER_HELD;
import static dev.holdfast.engine.book.LedgerCode.FUNDING;
import static dev.holdfast.engine.book.LedgerCode.NETWORK_SETTLEMENT;

/**
 * What a journal entry did: which account of the chart it debits and which it credits.
 *
 * <p>The first six are Open Fabric's ledger actions; deposits and withdrawals are the tenant's; expiry is the engine's
 * own. The number is what the journal stores, and never changes its meaning.
 */
public enum Operation {
    HOLD(1, CUSTOMER_AVAILABLE, CUSTOMER_HELD),
    RESTORE(2, CUSTOMER_HELD, CUSTOMER_AVAILABLE),
    DEBIT(3, CUSTOMER_AVAILABLE, NETWORK_SETTLEMENT),
    CREDIT(4, NETWORK_SETTLEMENT, CUSTOMER_AVAILABLE),
    DEBIT_HOLD(5, CUSTOMER_HELD, NETWORK_SETTLEMENT),
    CREDIT_HOLD(6, NETWORK_SETTLEMENT, CUSTOMER_HELD),
    DEPOSIT(7, FUNDING, CUSTOMER_AVAILABLE),
    WITHDRAWAL(8, CUSTOMER_AVAILABLE, FUNDING),
    /** Releases all that remains on a hold whose lifetime is over. Not on the wire. */
    EXPIRE_HOLD(9, CUSTOMER_HELD, CUSTOMER_AVAILABLE);

    private final short number;
    private final LedgerCode debit;
    private final LedgerCode credit;

    Operation(int number, LedgerCode debit, LedgerCode credit) {
        this.number = (short) number;
        this.debit = debit;
        this.credit = credit;
    }

    /** How the journal stores this operation. */
    public short number() {
        return number;
    }

    /** The account of the chart that loses value to the other side's gain, from the customer's point of view. */
    public LedgerCode debit() {
        return debit;
    }

    public LedgerCode credit() {
        return credit;
    }

    /** Whether the operation acts on a hold, so that its target names one. */
    public boolean actsOnHold() {
        return debit == CUSTOMER_HELD || credit == CUSTOMER_HELD;
    }

    /** Whether the operation releases a hold's money back to available, so that its amount may be left out. */
    public boolean releasesHold() {
        return this == RESTORE || this == EXPIRE_HOLD;
    }

    /**
     * Returns the operation that the journal stores as this number.
     *
     * @throws IllegalArgumentException if there is none: the journal was written by a newer version, or altered
     */
    public static Operation ofNumber(int number) {
        return Arrays.stream(values())
                .filter(operation -> operation.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation has the number " + number));
    }
}
