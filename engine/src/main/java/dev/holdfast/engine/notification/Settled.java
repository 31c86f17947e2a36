package dev.holdfast.engine.notification;

import java.time.Instant;
import java.util.Locale;

/**
 * What becomes of a delivery.
 *
 * @param dueAt when it is looked at again, if it waits
 */
record Settled(Delivery delivery, AttemptResult result, Status status, Instant dueAt, Instant endedAt) {

    /** The label is what the row says. */
    enum Status {
        WAITING,
        DELIVERED,
        DEAD;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
