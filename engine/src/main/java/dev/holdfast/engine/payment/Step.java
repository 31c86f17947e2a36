package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Operation;

/**
 * One ledger operation of a payment.
 *
 * @param operation what to post
 * @param amount minor units, above zero
 */
public record Step(Operation operation, long amount) {

    public Step {
        if (amount <= 0) {
            throw new IllegalArgumentException("a step moves something");
        }
    }
}
