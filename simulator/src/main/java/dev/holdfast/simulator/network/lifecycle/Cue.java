package dev.holdfast.simulator.network.lifecycle;

/**
 * When a step is sent.
 *
 * @param waits whether the step before must have ended; else it is sent at the same moment, on another link
 * @param always whether it is sent even if what it refers to was declined
 */
public record Cue(Step step, boolean waits, boolean always) {}
