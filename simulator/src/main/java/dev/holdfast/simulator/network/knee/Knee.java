package dev.holdfast.simulator.network.knee;

import dev.holdfast.simulator.network.oracle.Divergence;

import java.util.List;
import java.util.Optional;

/**
 * What a search has found.
 *
 * @param found the highest rate that was well, or nothing if the first was not
 * @param divergenceCount in all steps together
 * @param divergences the first few, in the order in which they were seen
 */
public record Knee(
        ServiceLevel level,
        List<KneeStep> steps,
        Optional<KneeStep> found,
        long divergenceCount,
        List<Divergence> divergences) {}
