package dev.holdfast.engine.authorization;

import dev.holdfast.engine.payment.PaymentKind;

/**
 * What an authorization request asks for.
 *
 * @param kind how an approval takes the money
 * @param increment whether it adds to an authorization that was approved before
 * @param partialAllowed whether the terminal can deal with less than it asks for
 */
public record AuthorizationRequest(
        TransactionType type, PaymentKind kind, boolean increment, boolean partialAllowed, Amounts amounts) {}
