package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import org.jspecify.annotations.Nullable;

/** A balance of the {@link ModelLedger}. */
public final class ModelBalance {

    private final String ref;
    private final Currency currency;
    private long creditLimit;
    private long available;
    private long held;

    ModelBalance(NewBalance balance) {
        this.ref = balance.ref();
        this.currency = balance.currency();
        this.creditLimit = balance.creditLimitMinor();
    }

    void move(Operation operation, long minor) {
        switch (operation) {
            case HOLD -> {
                available -= minor;
                held += minor;
            }
            case RESTORE, EXPIRE_HOLD -> {
                available += minor;
                held -= minor;
            }
            case DEBIT, WITHDRAWAL -> available -= minor;
            case CREDIT, DEPOSIT -> available += minor;
            case DEBIT_HOLD -> held -= minor;
            case CREDIT_HOLD -> held += minor;
        }
    }

    @Nullable
    String objectionToSpending(long minor, LedgerRequest request) {
        return request.forced() || available - minor >= -creditLimit ? null : "insufficient_balance";
    }

    void limitTo(long minor) {
        creditLimit = minor;
    }

    public String ref() {
        return ref;
    }

    public Currency currency() {
        return currency;
    }

    public long creditLimit() {
        return creditLimit;
    }

    public long available() {
        return available;
    }

    public long held() {
        return held;
    }
}
