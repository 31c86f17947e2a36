package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Cards, on the database itself. */
@Command(
        name = "cards",
        description = {
            "Issues, lists and embosses cards.",
            "Works on the database itself, also beside a running server, with the keys in HOLDFAST_KEYS."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            CardsIssueCommand.class,
            CardsListCommand.class,
            CardsEmbossCommand.class,
            CardsTrialCommand.class
        })
final class CardsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Issue, list or emboss?");
    }
}
