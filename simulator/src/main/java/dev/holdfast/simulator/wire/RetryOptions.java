package dev.holdfast.simulator.wire;

import java.time.Duration;

/**
 * How often a request that was not answered is delivered again, with the same idempotency key.
 *
 * @param attempts deliveries in all, from 1 to 1,000
 * @param firstPause before the second delivery; doubled each time
 * @param longestPause at most this; a longer {@code Retry-After} is honoured up to 10 seconds
 */
public record RetryOptions(int attempts, Duration firstPause, Duration longestPause) {

    public static final RetryOptions DEFAULT = new RetryOptions(10, Duration.ofMillis(50), Duration.ofSeconds(1));

    private static final long LONGEST_RETRY_AFTER_MILLIS = 10_000;

    public RetryOptions {
        if (attempts < 1 || attempts > 1_000) {
            throw new IllegalArgumentException("attempts: from 1 to 1000");
        }
        if (firstPause.toMillis() < 1 || longestPause.compareTo(firstPause) < 0 || longestPause.toMinutes() > 1) {
            throw new IllegalArgumentException("pauses: from 1 ms to 1 minute, the longest not below the first");
        }
    }

    /** The pause after so many deliveries, from 1. */
    long pauseMillis(int delivered, int retryAfterSeconds) {
        long doubled = firstPause.toMillis() << Math.min(delivered - 1, 20);
        long asked = Math.min(retryAfterSeconds * 1_000L, LONGEST_RETRY_AFTER_MILLIS);
        return Math.max(Math.min(doubled, longestPause.toMillis()), asked);
    }
}
