package dev.holdfast.simulator.network.report;

import dev.holdfast.simulator.network.knee.Knee;
import dev.holdfast.simulator.network.oracle.Divergence;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkResult;
import dev.holdfast.simulator.report.Machine;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What is to be reported: a run, or a search for the knee.
 *
 * @param startedAt when it began
 * @param commit of the issuer's source, or "unknown"
 */
public record NetworkReport(
        NetworkOptions options,
        @Nullable NetworkResult result,
        @Nullable Knee knee,
        Instant startedAt,
        String commit,
        Machine machine) {

    public static NetworkReport of(NetworkResult result, Instant startedAt, String commit) {
        return new NetworkReport(result.options(), result, null, startedAt, commit, Machine.here());
    }

    public static NetworkReport of(NetworkOptions options, Knee knee, Instant startedAt, String commit) {
        return new NetworkReport(options, null, knee, startedAt, commit, Machine.here());
    }

    long divergenceCount() {
        return result != null ? result.divergenceCount() : knee != null ? knee.divergenceCount() : 0;
    }

    /** Returns the first few, in the order in which they were seen. */
    List<Divergence> divergences() {
        return result != null ? result.divergences() : knee != null ? knee.divergences() : List.of();
    }

    /** Returns "valid", "diverged", or "unknown" if none was seen to differ and not all could be compared. */
    public String verdict() {
        if (divergenceCount() > 0) {
            return "diverged";
        }
        return result == null || result.isComplete() ? "valid" : "unknown";
    }
}
