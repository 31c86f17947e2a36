package dev.holdfast.engine.book;

import java.util.Locale;

/**
 * Why an operation was refused, in order of precedence: where several apply, the first is the answer. The wire code is
 * the name in lower case. Each is final for its idempotency key; whether a new attempt under a new key can succeed
 * without anybody changing the account is in {@link #retryHelps()}.
 */
public enum RefusalReason {
    ACCOUNT_NOT_FOUND("no account has this reference", false),
    /** Stops new spending and top-ups only; what the network has begun still settles. */
    ACCOUNT_INACTIVE("the account is inactive", false),
    BALANCE_REF_NOT_FOUND("the account has no balance with this reference", false),
    HOLD_NOT_FOUND("the account has no hold with this reference", false),
    CURRENCY_MISMATCH("the amount is not in the currency of the balance", false),
    HOLD_CLOSED("the hold is closed", false),
    HOLD_AMOUNT_EXCEEDED("the amount is more than what remains on the hold", false),
    INSUFFICIENT_BALANCE("the available balance and credit limit do not cover the amount", true),
    /**
     * A credit or deposit would take the balance past {@link dev.holdfast.engine.money.Money#MAX_MINOR}, where it is no
     * longer exact in JSON; or any operation, forced ones included, would take it past 500 times that.
     */
    BALANCE_LIMIT_EXCEEDED("the balance would become too large", true);

    private final String message;
    private final boolean retryHelps;

    RefusalReason(String message, boolean retryHelps) {
        this.message = message;
        this.retryHelps = retryHelps;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String message() {
        return message;
    }

    public boolean retryHelps() {
        return retryHelps;
    }

    /**
     * Returns the reason with this wire code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RefusalReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
