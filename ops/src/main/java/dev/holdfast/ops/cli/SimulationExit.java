package dev.holdfast.ops.cli;

import dev.holdfast.simulator.Verdict;

/** The exit code of a verdict. */
final class SimulationExit {

    private SimulationExit() {}

    static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case VALID -> ExitCode.OK;
            case DIVERGED -> ExitCode.CHECK_FAILED;
            case UNKNOWN -> ExitCode.UNKNOWN;
        };
    }
}
