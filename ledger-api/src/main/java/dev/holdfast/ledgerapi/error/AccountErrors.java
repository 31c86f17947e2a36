package dev.holdfast.ledgerapi.error;

import dev.holdfast.engine.account.AccountOutcome;

/** What a caller is told when an account was not opened or changed. */
public final class AccountErrors {

    private AccountErrors() {}

    public static ApiError errorOf(AccountOutcome.Rejection reason) {
        return switch (reason) {
            case REF_TAKEN ->
                ApiError.of(
                        ErrorCode.IDEMPOTENCY_ERROR, "the reference belongs to an account that another request opened");
            case ACCOUNT_NOT_FOUND -> ApiError.of(ErrorCode.ACCOUNT_NOT_FOUND);
            case BALANCE_REF_NOT_FOUND ->
                ApiError.invalid(
                        DetailCode.BALANCE_REF_NOT_FOUND,
                        "tenant_balance_ref",
                        "the account has no balance with this reference");
            case CURRENCY_MISMATCH ->
                ApiError.invalid(
                        DetailCode.CURRENCY_MISMATCH, "credit_limit.currency", "is not the currency of the balance");
        };
    }
}
