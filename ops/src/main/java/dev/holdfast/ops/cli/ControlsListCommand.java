package dev.holdfast.ops.cli;

import dev.holdfast.engine.control.ControlSummary;
import dev.holdfast.ops.control.ControlDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Lists controls. */
@Command(
        name = "list",
        description = "Lists the versions of a tenant's controls, by name, the newest first.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ControlsListCommand implements Callable<Integer> {

    @Mixin
    private final ControlOptions controls = new ControlOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return controls.withControls(spec, this::list);
    }

    private ExitCode list(ControlDesk desk) {
        PrintWriter out = spec.commandLine().getOut();
        for (ControlSummary summary : desk.list()) {
            out.println(summary.version().control() + "  " + summary.version().number() + "  "
                    + summary.status().label());
        }
        out.flush();
        return ExitCode.OK;
    }
}
