package dev.holdfast.engine.control;

import java.util.List;

/**
 * What the controls say of a purchase.
 *
 * @param active the versions that decided
 * @param shadow the versions that were only watched
 * @param violations of active versions, by precedence of their reasons
 * @param shadowViolations of shadow versions, by precedence of their reasons; they decline nothing
 */
public record ControlDecision(
        List<ControlVersion> active,
        List<ControlVersion> shadow,
        List<Violation> violations,
        List<Violation> shadowViolations) {

    public ControlDecision {
        active = List.copyOf(active);
        shadow = List.copyOf(shadow);
        violations = List.copyOf(violations);
        shadowViolations = List.copyOf(shadowViolations);
    }

    public boolean declined() {
        return !violations.isEmpty();
    }
}
