package dev.holdfast.ops.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a demonstration is like.
 *
 * @param planned length of the load; empty to go on until it is stopped, at most {@link #LONGEST}
 * @param paymentsPerSecond on average; each is about two operations
 * @param accounts to open and fund
 * @param seed of the payments
 * @param reports directory of the report files
 * @param commit of this program
 */
public record DemoOptions(
        Optional<Duration> planned, double paymentsPerSecond, int accounts, long seed, Path reports, String commit) {

    /** The caller's model remembers every hold of a run, so a run has an end: an hour is about 250,000 holds. */
    public static final Duration LONGEST = Duration.ofHours(1);

    Duration length() {
        return planned.orElse(LONGEST);
    }
}
