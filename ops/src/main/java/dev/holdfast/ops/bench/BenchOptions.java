package dev.holdfast.ops.bench;

import java.time.Duration;

/**
 * How thorough a benchmark is.
 *
 * @param measured length of a slice
 * @param repetitions slices of a phase, of which the median counts; odd
 * @param accounts of the phases on many accounts
 */
public record BenchOptions(Duration measured, int repetitions, int accounts) {

    /** Until a load has found its rhythm. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    /** Compiling the hot path takes Java some ten seconds of load on two cores that are shared. */
    private static final int WARMUP_SLICES = 3;

    Slice slice() {
        return new Slice(measured.compareTo(SETTLING) < 0 ? measured : SETTLING, measured);
    }

    /** Runs code until it is compiled; what it measures does not count. */
    Slice warmup() {
        return new Slice(measured.multipliedBy(WARMUP_SLICES - 1L), measured);
    }
}
