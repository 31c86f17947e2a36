package dev.holdfast.engine.payment;

import java.util.UUID;

/**
 * On whose behalf a payment's money moves.
 *
 * @param message whose id names the journal entries; a repeat of it must have the same
 * @param forced whether the network imposes the movement, so that funds are not asked for
 */
public record Posting(UUID message, boolean forced) {}
