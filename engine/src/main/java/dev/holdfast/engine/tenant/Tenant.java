package dev.holdfast.engine.tenant;

import dev.holdfast.engine.book.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the institution's platform: a wallet, bank or lender whose accounts these are.
 *
 * @param id the number that keys its rows
 * @param name unique, for operators
 * @param forcesRefundReversals whether a debit that names its balance, which is how Open Fabric reverses a refund, posts
 *     whatever is available. True unless the tenant has asked otherwise
 */
public record Tenant(int id, String name, boolean forcesRefundReversals) {

    /**
     * Whether the network imposes this operation, so that it cannot be refused for lack of funds.
     *
     * @param target the balance or hold that the request names
     */
    public boolean imposes(Operation operation, @Nullable String target) {
        return operation == Operation.DEBIT && target != null && forcesRefundReversals;
    }
}
