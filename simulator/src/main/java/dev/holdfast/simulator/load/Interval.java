package dev.holdfast.simulator.load;

/**
 * A slice of a run.
 *
 * @param endSeconds when it ended, since the start of the load
 * @param operationsPerSecond answered in it
 * @param p50Millis median latency, from the intended start
 * @param p99Millis likewise
 * @param state what stood at its end
 */
public record Interval(double endSeconds, double operationsPerSecond, double p50Millis, double p99Millis, State state) {

    /**
     * @param openHolds as the model sees them
     * @param inFlight operations sent and not answered
     * @param waiting operations due and not sent
     */
    public record State(long openHolds, int inFlight, int waiting) {}
}
