package dev.holdfast.simulator.payment;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a payment's life.
 *
 * @param operation what is asked
 * @param amount how much, or null where the operation takes none
 * @param naming what is named as hold or balance
 * @param flow what makes the step unusual
 */
public record Step(Operation operation, @Nullable Amount amount, Naming naming, Flow flow) {

    /** How a step stands to the one before it. */
    public enum Flow {
        /** Follows a success; a refusal before it ends the payment. */
        NORMAL,
        /** Follows whatever came before. */
        EVEN_AFTER_REFUSAL,
        /** Follows a success and uses its idempotency key for another request, which must be a conflict. */
        KEY_OF_PREVIOUS
    }
}
