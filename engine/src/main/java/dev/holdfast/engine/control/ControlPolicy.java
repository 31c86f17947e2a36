package dev.holdfast.engine.control;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the controls of a card and its account say of a purchase. Pure: changes no counter. */
public final class ControlPolicy {

    /** Controls that may be assigned to a card and its account together. */
    public static final int MAX_CONTROLS = 8;

    /** Of each control one version may be active and one in shadow. */
    static final int MAX_SETS = 2 * MAX_CONTROLS;

    private ControlPolicy() {}

    /**
     * Asks every rule of the active and shadow sets among those assigned.
     *
     * @throws IllegalArgumentException if there are more than 16 sets
     */
    public static ControlDecision decide(List<ControlSet> assigned, Purchase purchase, Spending spending) {
        requireBounded(assigned);
        List<ControlSet> active = inStatus(ControlStatus.ACTIVE, assigned);
        List<ControlSet> shadow = inStatus(ControlStatus.SHADOW, assigned);
        return new ControlDecision(
                versions(active),
                versions(shadow),
                violations(active, purchase, spending),
                violations(shadow, purchase, spending));
    }

    /**
     * The counters in which the purchase counts once it is approved or forced; those to read before it is decided are the
     * same. Shadows count, so that a version that becomes active has its figures.
     */
    public static Set<CounterKey> counters(List<ControlSet> assigned, Purchase purchase) {
        requireBounded(assigned);
        return assigned.stream()
                .filter(set -> set.status().evaluated())
                .flatMap(set -> counters(set, purchase).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As for several sets, but whatever the set's status. */
    static Set<CounterKey> counters(ControlSet set, Purchase purchase) {
        return set.velocityLimits().stream()
                .map(Rule.VelocityLimit::counter)
                .filter(counter -> counter.counts(purchase))
                .map(counter -> counter.keyFor(purchase))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every rule that the purchase breaks, whatever the sets' status, by precedence of the reasons. */
    static List<Violation> violations(List<ControlSet> sets, Purchase purchase, Spending spending) {
        return sets.stream()
                .flatMap(set -> set.rules().stream()
                        .flatMap(rule -> rule.broken(purchase, spending).stream()
                                .map(reason -> new Violation(set.version(), rule.name(), reason))))
                .sorted(Comparator.comparing(Violation::reason))
                .toList();
    }

    private static List<ControlSet> inStatus(ControlStatus status, List<ControlSet> sets) {
        return sets.stream().filter(set -> set.status() == status).toList();
    }

    private static List<ControlVersion> versions(List<ControlSet> sets) {
        return sets.stream().map(ControlSet::version).toList();
    }

    private static void requireBounded(List<ControlSet> assigned) {
        if (assigned.size() > MAX_SETS) {
            throw new IllegalArgumentException("at most " + MAX_SETS + " control sets apply to a card");
        }
    }
}
