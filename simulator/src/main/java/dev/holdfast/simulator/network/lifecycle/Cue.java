package dev.holdfast.simulator.network.lifecycle;

/**
 * When a step is sent.
 *
 * @param always whether it is sent even if what it refers to was declined
 */
public record Cue(Step step, When when, boolean always) {

    /** What a step waits for. */
    public enum When {
        /** The end of the step before. */
        NEXT,
        /** Nothing: it is sent at the same moment as the step before, on another link. */
        RACING,
        /** That the payment, if its first step was approved, has expired at the issuer. */
        EXPIRED
    }

    /** Whether the step before must have ended. */
    public boolean waits() {
        return when != When.RACING;
    }
}
