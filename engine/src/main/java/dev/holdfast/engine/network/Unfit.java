package dev.holdfast.engine.network;

/**
 * A message that a door could read and not understand: what is kept of it.
 *
 * @param retrieval DE37; empty if there is none
 */
public record Unfit(MessageFunction function, Trace trace, String retrieval, Timing timing) {}
