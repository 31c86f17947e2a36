package dev.holdfast.simulator.load;

import org.HdrHistogram.Histogram;

/**
 * What a histogram comes to, in milliseconds.
 *
 * @param count of values
 */
public record Percentiles(long count, double p50, double p90, double p99, double p999, double p9999, double max) {

    /** Of a histogram of microseconds. */
    public static Percentiles of(Histogram micros) {
        return new Percentiles(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getValueAtPercentile(99.99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
