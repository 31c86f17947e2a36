package dev.holdfast.engine.link;

import java.time.Duration;

/**
 * How long a link waits.
 *
 * @param idle without a frame before an echo is sent
 * @param stall for the rest of a frame, for the peer to read its answers, and for the handler while the window is full
 * @param fileUpdate for the answer to a file update
 * @param drain for what is in flight when the server closes
 */
public record LinkTimes(Duration idle, Duration stall, Duration fileUpdate, Duration drain) {

    private static final Duration FINEST = Duration.ofMillis(5);
    private static final Duration COARSEST = Duration.ofSeconds(1);

    /** @throws IllegalArgumentException if one is not positive */
    public LinkTimes {
        requirePositive(idle);
        requirePositive(stall);
        requirePositive(fileUpdate);
        requirePositive(drain);
    }

    private static void requirePositive(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("times of a link are positive");
        }
    }

    /** How often a link looks at its clock, in milliseconds: a quarter of the shortest wait, 5 ms to 1 s. */
    long tickMillis() {
        Duration shortest = least(least(idle, stall), fileUpdate).dividedBy(4);
        return least(COARSEST, shortest.compareTo(FINEST) < 0 ? FINEST : shortest)
                .toMillis();
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
