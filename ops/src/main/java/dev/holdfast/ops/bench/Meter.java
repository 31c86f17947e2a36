package dev.holdfast.ops.bench;

import dev.holdfast.simulator.load.Percentiles;
import io.vertx.core.AsyncResult;
import org.HdrHistogram.Histogram;

/** Counts a slice's answers. On one event loop. */
final class Meter {

    private static final long HIGHEST_MICROS = 60_000_000;

    private final Histogram micros = new Histogram(HIGHEST_MICROS, 3);
    private final int size;
    private boolean measuring;
    private long beganNanos;
    private double seconds;
    private long appliedWhileMeasuring;
    private long applied;
    private long failed;

    /** @param size what an answer counts as */
    Meter(int size) {
        this.size = size;
    }

    void begin() {
        measuring = true;
        beganNanos = System.nanoTime();
    }

    void end() {
        measuring = false;
        seconds = (System.nanoTime() - beganNanos) / 1e9;
    }

    /** Takes an answer to what began at this time; returns whether it was applied. */
    boolean answered(AsyncResult<Boolean> answer, long startedNanos) {
        if (answer.failed() || !answer.result()) {
            failed++;
            return false;
        }
        applied += size;
        if (measuring) {
            appliedWhileMeasuring += size;
            micros.recordValue(Math.min((System.nanoTime() - startedNanos) / 1_000, HIGHEST_MICROS));
        }
        return true;
    }

    Window window() {
        return new Window((double) appliedWhileMeasuring / seconds, Percentiles.of(micros), applied, failed);
    }
}
