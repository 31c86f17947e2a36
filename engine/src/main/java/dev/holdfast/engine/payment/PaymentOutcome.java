package dev.holdfast.engine.payment;

import java.util.List;
import java.util.UUID;

/**
 * The answer to a message: the same whenever the message is repeated.
 *
 * @param payment that it belongs to
 * @param declines why it was declined, all reasons, the decisive one first; empty if it was taken
 * @param availableMinor what the customer could spend right after it, without credit limit
 * @param replayed whether it had been answered before
 */
public record PaymentOutcome(UUID payment, List<Decline> declines, long availableMinor, boolean replayed) {

    public PaymentOutcome {
        declines = List.copyOf(declines);
    }

    public boolean approved() {
        return declines.isEmpty();
    }
}
