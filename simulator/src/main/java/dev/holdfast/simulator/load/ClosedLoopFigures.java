package dev.holdfast.simulator.load;

import org.HdrHistogram.Histogram;

/**
 * What a closed loop came to.
 *
 * @param succeeded answers with {@code "success":true}
 * @param refused answers with anything else
 * @param failed requests without an answer, and answers that ask to come again
 * @param seconds of measuring
 * @param micros latency of each answer, in microseconds, from its sending
 */
public record ClosedLoopFigures(long succeeded, long refused, long failed, double seconds, Histogram micros) {

    /** Answers per second, of whatever kind. */
    public double operationsPerSecond() {
        return (succeeded + refused) / seconds;
    }

    public Percentiles latency() {
        return Percentiles.of(micros);
    }
}
