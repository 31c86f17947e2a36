package dev.holdfast.ops.cli;

import dev.holdfast.engine.control.BacktestReport;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.ops.control.BacktestTable;
import dev.holdfast.ops.control.ControlDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Runs a version over the past. */
@Command(
        name = "backtest",
        description = {
            "Runs a version, usually a draft, over past authorizations, velocity included, and says what would have",
            "been decided otherwise. Velocity begins empty: begin earlier by the longest window.",
            "What was declined for another reason than controls is left out."
        })
final class ControlsBacktestCommand implements Callable<Integer> {

    @Mixin
    private final ControlOptions controls = new ControlOptions();

    @Mixin
    private final ControlOptions.Version version = new ControlOptions.Version();

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "As 2026-01-31T00:00:00Z.")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Not included. Default: now.")
    private @Nullable String to;

    @Option(
            names = "--max-newly-declined",
            paramLabel = "N",
            description = "Ends with 1 if more than so many were approved then and would be declined.")
    private int maxNewlyDeclined = Integer.MAX_VALUE;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Limits.check(spec, "--max-newly-declined", maxNewlyDeclined, 0, Integer.MAX_VALUE);
        ControlVersion named = Limits.understood(spec, version::named);
        Instant first = Limits.understood(spec, () -> time("--from", from));
        Instant last = Limits.understood(spec, () -> to == null ? Instant.now() : time("--to", to));
        return controls.withControls(spec, desk -> backtest(desk, named, first, last));
    }

    private ExitCode backtest(ControlDesk desk, ControlVersion named, Instant first, Instant last) {
        BacktestReport report = desk.backtest(named, first, last);
        BacktestTable.print(report, spec.commandLine().getOut());
        return report.newlyDeclined().size() > maxNewlyDeclined ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }

    private static Instant time(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(option + ": not of the form 2026-01-31T00:00:00Z", e);
        }
    }
}
