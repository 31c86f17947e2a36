package dev.holdfast.simulator.load;

import org.HdrHistogram.Histogram;

/** A histogram of microseconds up to 60 seconds, with three digits; what is longer counts as 60 seconds. */
final class Latency {

    private static final long HIGHEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(HIGHEST_MICROS, DIGITS);

    void recordNanos(long nanos) {
        histogram.recordValue(Math.min(Math.max(nanos, 0) / 1_000, HIGHEST_MICROS));
    }

    Percentiles percentiles() {
        return Percentiles.of(histogram);
    }

    void reset() {
        histogram.reset();
    }
}
