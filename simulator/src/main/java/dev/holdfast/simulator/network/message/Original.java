package dev.holdfast.simulator.network.message;

/** DE90: the message that a reversal or an advice speaks of. */
public record Original(Kind kind, MessageId id) {}
