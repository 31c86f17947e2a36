package dev.holdfast.engine.control;

import java.util.List;

/**
 * One version of a control set.
 *
 * @param rules at most 100, of which at most 10 are velocity limits; no two with the same name
 */
public record ControlSet(ControlVersion version, ControlStatus status, List<Rule> rules) {

    static final int MAX_RULES = 100;

    /** Each may have {@link Window#MAX_BUCKETS} buckets to sum anew. */
    static final int MAX_VELOCITY_LIMITS = 10;

    public ControlSet {
        rules = List.copyOf(rules);
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException("a control set has at most " + MAX_RULES + " rules");
        }
        if (velocityLimits(rules).size() > MAX_VELOCITY_LIMITS) {
            throw new IllegalArgumentException("a control set has at most " + MAX_VELOCITY_LIMITS + " velocity limits");
        }
        if (rules.stream().map(Rule::name).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("two rules of a control set have the same name");
        }
    }

    public static ControlSet draft(ControlVersion version, List<Rule> rules) {
        return new ControlSet(version, ControlStatus.DRAFT, rules);
    }

    /**
     * Changes a draft.
     *
     * @throws IllegalStateException if it is a draft no more: what has been decided by a version must stay explicable
     */
    public ControlSet withRules(List<Rule> changed) {
        if (status != ControlStatus.DRAFT) {
            throw new IllegalStateException("only a draft may be changed");
        }
        return new ControlSet(version, status, changed);
    }

    /**
     * Takes the next step.
     *
     * @throws IllegalStateException if that is not a step from where the version is
     */
    public ControlSet become(ControlStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a control set cannot go from " + status + " to " + next);
        }
        return new ControlSet(version, next, rules);
    }

    List<Rule.VelocityLimit> velocityLimits() {
        return velocityLimits(rules);
    }

    private static List<Rule.VelocityLimit> velocityLimits(List<Rule> rules) {
        return rules.stream()
                .filter(Rule.VelocityLimit.class::isInstance)
                .map(Rule.VelocityLimit.class::cast)
                .toList();
    }
}
