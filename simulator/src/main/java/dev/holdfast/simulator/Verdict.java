package dev.holdfast.simulator;

/** What a run has shown. */
public enum Verdict {
    /** Every answer, balance and hold was what the model says. */
    VALID,
    /** At least one was not. */
    DIVERGED,
    /** None was seen to differ, but not all could be compared. */
    UNKNOWN
}
