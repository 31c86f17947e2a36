package dev.holdfast.simulator.operation;

/**
 * The caller's names for a request.
 *
 * @param transactionId the card transaction ({@code transaction_id})
 * @param key the idempotency key: the same for each delivery of one request
 * @param actionRef Open Fabric's name for the action ({@code of_action_ref})
 */
public record References(String transactionId, String key, String actionRef) {}
