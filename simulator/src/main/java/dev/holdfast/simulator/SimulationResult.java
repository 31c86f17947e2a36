package dev.holdfast.simulator;

import dev.holdfast.simulator.comparison.Comparison;
import dev.holdfast.simulator.comparison.Divergence;
import dev.holdfast.simulator.load.LoadFigures;

import java.time.Instant;
import java.util.List;

/**
 * What a run came to.
 *
 * @param options as it was run
 * @param startedAt when the load began
 * @param figures of the load
 * @param divergenceCount all of them
 * @param divergences the first few, in the order in which they were seen
 * @param comparison what the final comparison covered
 */
public record SimulationResult(
        SimulationOptions options,
        Instant startedAt,
        LoadFigures figures,
        long divergenceCount,
        List<Divergence> divergences,
        Comparison comparison) {

    public Verdict verdict() {
        if (divergenceCount > 0) {
            return Verdict.DIVERGED;
        }
        return comparison.isComplete() ? Verdict.VALID : Verdict.UNKNOWN;
    }
}
