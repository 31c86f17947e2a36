package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Spend controls, on the database itself. */
@Command(
        name = "controls",
        description = {
            "Drafts, tries, activates and assigns spend controls.",
            "Works on the database itself, also beside a running server, which asks what is active from the next",
            "purchase on."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            ControlsListCommand.class,
            ControlsCreateCommand.class,
            ControlsBacktestCommand.class,
            ControlsShadowCommand.class,
            ControlsActivateCommand.class,
            ControlsRetireCommand.class,
            ControlsAssignCommand.class,
            ControlsUnassignCommand.class
        })
final class ControlsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "List, create, backtest, shadow, activate, retire, assign or unassign?");
    }
}
