package dev.holdfast.engine.control;

/** A version without its rules, for lists. */
public record ControlSummary(ControlVersion version, ControlStatus status, ControlView.Times times) {}
