package dev.holdfast.ops.simulate;

/** What is known of the book's sums, for the lights of the summary. */
public enum Invariants {
    /** Only the server knows, and this process is not it. */
    NOT_WATCHED,
    NOT_CHECKED_YET,
    HOLD,
    BROKEN
}
