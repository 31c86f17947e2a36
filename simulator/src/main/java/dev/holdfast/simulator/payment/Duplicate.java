package dev.holdfast.simulator.payment;

/** How an operation is delivered more than once, on purpose, with the same key. */
public enum Duplicate {
    NONE,
    /** A second copy is sent at the same moment. */
    TOGETHER,
    /** A second copy is sent some time after the first was answered. */
    LATER
}
