package dev.holdfast.simulator.payment;

import java.util.List;

/**
 * A card payment: what will be sent for it, and when.
 *
 * @param id unique over all runs; every reference of the payment begins with it
 * @param kind the life that it has
 * @param account whose card ({@code tenant_account_ref})
 * @param steps the operations in order, at least one
 * @param offsetsNanos when each is meant to be sent, since the payment's arrival; the first is 0, none before another
 */
public record Payment(String id, LifeKind kind, String account, List<Step> steps, List<Long> offsetsNanos) {}
