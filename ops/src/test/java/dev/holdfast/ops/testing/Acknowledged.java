package dev.holdfast.ops.testing;

/**
 * An operation that the server has said it applied.
 *
 * @param account whose
 * @param key the idempotency key
 * @param actionRef the server's name for the entry
 * @param availableMinor how it changed the available balance
 * @param heldMinor how it changed the held balance
 */
public record Acknowledged(String account, String key, String actionRef, long availableMinor, long heldMinor) {}
