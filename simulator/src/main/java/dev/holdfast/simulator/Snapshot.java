package dev.holdfast.simulator;

import dev.holdfast.simulator.load.Interval;
import dev.holdfast.simulator.load.LoadCounts;

import java.time.Duration;

/**
 * Where a run stands, about twice a second.
 *
 * @param phase what it is doing
 * @param elapsed since the run began
 * @param prepared accounts opened and funded so far
 * @param now operations per second, percentiles, open holds, in flight: of the last half second of load
 * @param counts since the load began
 * @param divergences seen so far; anything above zero fails the run
 */
public record Snapshot(Phase phase, Duration elapsed, int prepared, Interval now, LoadCounts counts, long divergences) {

    /** In the order in which a run goes through them. */
    public enum Phase {
        OPENING_ACCOUNTS,
        LOAD,
        DRAINING,
        COMPARING
    }
}
