package dev.holdfast.simulator.network.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of a payment, by label. */
public final class Script {

    private static final int MOST_STEPS = 64;

    private final Map<String, Step> byLabel = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a label occurs twice, a reference leads nowhere, or there are too many steps */
    public Script(List<Step> steps) {
        for (Step step : steps) {
            if (byLabel.put(step.label(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.label());
            }
        }
        for (Step step : steps) {
            if (!step.of().isEmpty() && !byLabel.containsKey(step.of())) {
                throw new IllegalArgumentException(step.label() + " refers to " + step.of() + ", which is not there");
            }
        }
        if (steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("more than " + MOST_STEPS + " steps");
        }
    }

    /** @throws IllegalArgumentException if there is no such step */
    public Step step(String label) {
        Step step = byLabel.get(label);
        if (step == null) {
            throw new IllegalArgumentException("no step " + label);
        }
        return step;
    }
}
