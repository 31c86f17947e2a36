package dev.holdfast.simulator.network.knee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which rate to try next, and what was found. */
public final class KneeSearch {

    private static final double FACTOR = 1.25;
    private static final int MOST_STEPS = 40;

    private final int bisections;
    private final List<KneeStep> steps = new ArrayList<>();
    private final double first;
    private double best;
    private double worst = Double.POSITIVE_INFINITY;
    private int bisected;

    /**
     * @param first rate, payments per second
     * @param bisections after the first rate that is not well, from 0 to 10; five leave an uncertainty below 1 %
     */
    public KneeSearch(double first, int bisections) {
        if (!(first > 0) || bisections < 0 || bisections > 10) {
            throw new IllegalArgumentException("a positive rate, and from 0 to 10 bisections");
        }
        this.first = first;
        this.bisections = bisections;
    }

    /** Returns the rate to try next, or nothing if the search is over. */
    public OptionalDouble next() {
        if (steps.isEmpty()) {
            return OptionalDouble.of(first);
        }
        if (best == 0 || steps.size() >= MOST_STEPS) {
            return OptionalDouble.empty();
        }
        if (worst == Double.POSITIVE_INFINITY) {
            return OptionalDouble.of(best * FACTOR);
        }
        return bisected < bisections ? OptionalDouble.of((best + worst) / 2) : OptionalDouble.empty();
    }

    /** Notes what the rate to be tried came to. */
    public void tried(KneeStep step) {
        bisected += worst == Double.POSITIVE_INFINITY ? 0 : 1;
        steps.add(step);
        if (step.well()) {
            best = Math.max(best, step.offered());
        } else {
            worst = Math.min(worst, step.offered());
        }
    }

    /** Returns all steps, in the order in which they were tried. */
    public List<KneeStep> steps() {
        return List.copyOf(steps);
    }

    /** Returns the highest rate that was well. */
    public Optional<KneeStep> knee() {
        return steps.stream()
                .filter(step -> step.well() && step.offered() == best)
                .findFirst();
    }
}
