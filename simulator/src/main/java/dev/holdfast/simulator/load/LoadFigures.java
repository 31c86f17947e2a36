package dev.holdfast.simulator.load;

import dev.holdfast.simulator.operation.Operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the load came to.
 *
 * @param elapsed from the first moment to the last answer
 * @param latencies how long things took
 * @param counts how often things happened
 * @param series the course of the run
 */
public record LoadFigures(Duration elapsed, Latencies latencies, LoadCounts counts, List<Interval> series) {

    /**
     * @param total from the intended start to the answer: what a caller waits, retries and queueing included
     * @param service from the actual sending to the answer
     * @param sendLag from the intended start to the actual sending: waiting for the account's earlier operation
     *     included
     * @param generatorLag from the intended start to when the generator looked: its own slowness
     * @param byOperation {@code total}, apart
     */
    public record Latencies(
            Percentiles total,
            Percentiles service,
            Percentiles sendLag,
            Percentiles generatorLag,
            Map<Operation, Percentiles> byOperation) {}

    /** Above this the generator was too slow, and the latencies say more about it than about the server. */
    private static final double GENERATOR_LAG_LIMIT_MILLIS = 10;

    public double operationsPerSecond() {
        return counts.answered() / Math.max(1e-9, elapsed.toNanos() / 1e9);
    }

    public boolean generatorBound() {
        return latencies.generatorLag().p99() > GENERATOR_LAG_LIMIT_MILLIS;
    }
}
