package dev.holdfast.engine.metric;

import java.time.Duration;
import java.util.Arrays;

/**
 * The bounds of every latency histogram: one series per bound and label, so there are few. They step by 2 to 2.5, which
 * tells a percentile to within that factor.
 */
public final class LatencyBuckets {

    private static final Duration[] ALL = {
        Duration.ofNanos(250_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private LatencyBuckets() {}

    /** The bounds from one to another, both included; a histogram takes those between which its times can fall. */
    public static Duration[] between(Duration first, Duration last) {
        return Arrays.stream(ALL)
                .filter(bound -> bound.compareTo(first) >= 0 && bound.compareTo(last) <= 0)
                .toArray(Duration[]::new);
    }
}
