package dev.holdfast.simulator.load;

import java.util.Map;

/**
 * What happened, counted.
 *
 * @param applied operations that were applied
 * @param refusals operations that were refused, by wire code
 * @param payments what became of the payments
 * @param deliveries what was sent for them
 */
public record LoadCounts(long applied, Map<String, Long> refusals, Payments payments, Deliveries deliveries) {

    /**
     * @param begun arrivals that were taken up
     * @param finished lives that came to their end, refusals included
     * @param dropped arrivals that were not taken up, because too much was waiting
     * @param cutOff lives ended by the end of the run, by a divergence or for want of an answer
     */
    public record Payments(long begun, long finished, long dropped, long cutOff) {}

    /**
     * @param requests HTTP requests, all told
     * @param duplicates further deliveries made on purpose, with the same key
     * @param retries further deliveries because no answer came, or one that asks to come again
     * @param unresolved operations that never got an answer: the model cannot know whether they were applied
     */
    public record Deliveries(long requests, long duplicates, long retries, long unresolved) {}

    /** Operations that were answered. */
    public long answered() {
        return applied + refusals.values().stream().mapToLong(Long::longValue).sum();
    }
}
