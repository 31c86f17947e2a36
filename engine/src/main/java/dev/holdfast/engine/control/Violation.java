package dev.holdfast.engine.control;

/**
 * A purchase breaks a rule.
 *
 * @param rule the rule's name in its set
 */
public record Violation(ControlVersion version, String rule, ControlReason reason) {}
