package dev.holdfast.simulator.network.knee;

import java.util.List;
import java.util.Optional;

/**
 * What a search has found.
 *
 * @param found the highest rate that was well, or nothing if the first was not
 * @param divergences in all steps together
 */
public record Knee(ServiceLevel level, List<KneeStep> steps, Optional<KneeStep> found, long divergences) {}
