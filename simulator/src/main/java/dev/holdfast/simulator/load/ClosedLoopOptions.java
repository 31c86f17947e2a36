package dev.holdfast.simulator.load;

import java.time.Duration;

/**
 * How a closed loop is run.
 *
 * @param inFlight slots, each with one request out; from 1 to 65,536
 * @param warmup answers in this time do not count
 * @param duration what is measured, after the warm-up; from 1 ms to 1 hour
 */
public record ClosedLoopOptions(int inFlight, Duration warmup, Duration duration) {

    public ClosedLoopOptions {
        if (inFlight < 1 || inFlight > 65_536) {
            throw new IllegalArgumentException("in flight: from 1 to 65536");
        }
        if (warmup.isNegative() || warmup.toHours() > 1 || duration.toMillis() < 1 || duration.toHours() > 1) {
            throw new IllegalArgumentException("warm-up: up to 1 hour; duration: from 1 ms to 1 hour");
        }
    }
}
