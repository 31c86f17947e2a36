package dev.holdfast.ledgerapi.delivery;

import java.time.Duration;

/**
 * How long a tenant may take.
 *
 * @param total for all attempts and the pauses between them: who waits for a challenge falls back to another way soon
 * @param pause before the second attempt; twice as long before each further one
 * @param attempts 1 to 5; only what may work the next time is tried again
 */
public record DeliveryTimes(Duration total, Duration pause, int attempts) {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MAX_ATTEMPTS = 5;

    public static final DeliveryTimes DEFAULTS = new DeliveryTimes(Duration.ofSeconds(2), Duration.ofMillis(100), 3);

    /** @throws IllegalArgumentException if a bound is broken */
    public DeliveryTimes {
        if (total.toMillis() < 1 || total.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a delivery takes at most 30 seconds");
        }
        if (pause.toMillis() < 1 || pause.compareTo(total) > 0) {
            throw new IllegalArgumentException("a pause is at least a millisecond, and no longer than the total");
        }
        if (attempts < 1 || attempts > MAX_ATTEMPTS) {
            throw new IllegalArgumentException("a delivery has 1 to 5 attempts");
        }
    }
}
