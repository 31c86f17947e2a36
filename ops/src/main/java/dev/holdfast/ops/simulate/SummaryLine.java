package dev.holdfast.ops.simulate;

import dev.holdfast.simulator.Snapshot;
import dev.holdfast.simulator.load.Interval;

import java.util.Locale;

/** A run's summary as one line of text, for output that is not a terminal. */
final class SummaryLine {

    private SummaryLine() {}

    static String of(RunState state) {
        Snapshot snapshot = state.snapshot();
        if (snapshot.phase() != Snapshot.Phase.LOAD) {
            return state.clock() + "  " + state.activity();
        }
        Interval now = snapshot.now();
        return String.format(
                Locale.ROOT,
                "%s  %.0f operations/s, p50 %.1f ms, p99 %.1f ms, %,d refused, %,d holds open%s, %,d divergences",
                state.clock(),
                now.operationsPerSecond(),
                now.p50Millis(),
                now.p99Millis(),
                state.refused(),
                now.state().openHolds(),
                invariants(state.invariants()),
                snapshot.divergences());
    }

    private static String invariants(Invariants invariants) {
        return switch (invariants) {
            case NOT_WATCHED, NOT_CHECKED_YET -> "";
            case HOLD -> ", invariants hold";
            case BROKEN -> ", INVARIANTS BROKEN";
        };
    }
}
