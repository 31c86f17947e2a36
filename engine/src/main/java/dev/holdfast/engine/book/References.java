package dev.holdfast.engine.book;

import org.jspecify.annotations.Nullable;

/**
 * The caller's names for a request, kept on the journal entry or refusal that came of it.
 *
 * @param idempotencyKey names the delivery; unique per account, for ever
 * @param transactionId the card payment that the request belongs to; absent for deposits and withdrawals
 * @param actionRef the caller's own record of the request ({@code of_action_ref}, or a deposit's {@code reference})
 */
public record References(
        String idempotencyKey,
        @Nullable String transactionId,
        @Nullable String actionRef) {}
