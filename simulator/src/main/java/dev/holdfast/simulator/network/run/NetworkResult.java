package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.oracle.BalanceComparison.Compared;
import dev.holdfast.simulator.network.oracle.Divergence;

import java.util.List;

/**
 * What a run has shown.
 *
 * @param exactlyPredicted answers that were known beforehand to the last digit
 * @param divergenceCount all of them
 * @param divergences the first few, in the order in which they were seen
 */
public record NetworkResult(
        NetworkOptions options,
        NetworkFigures figures,
        Compared compared,
        long exactlyPredicted,
        long divergenceCount,
        List<Divergence> divergences) {

    /** Whether nothing differed, every payment came to its end, and everything could be compared. */
    public boolean isValid() {
        return divergenceCount == 0 && isComplete();
    }

    public boolean isComplete() {
        return compared.isComplete()
                && figures.payments().begun() == figures.payments().ended();
    }
}
