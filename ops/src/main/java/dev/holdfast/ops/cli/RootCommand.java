package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast} itself, which only has commands. */
@Command(
        name = "holdfast",
        description = "Holdfast, a card-issuing ledger.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MigrateCommand.class,
            SimulateCommand.class,
            ScenarioCommand.class,
            VerifyCommand.class,
            BenchCommand.class,
            AccountCommand.class,
            CardsCommand.class,
            ClientsCommand.class,
            ControlsCommand.class,
            KeysCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, also after SIGTERM or Ctrl-C",
            "  1  what was checked is wrong",
            "  2  the command line cannot be understood",
            "  3  a configured value is refused",
            "  4  the database or the data directory cannot be used",
            "  5  a port cannot be listened on",
            "  6  a running server cannot be reached, or refused",
            "  7  nothing was seen to be wrong, but not all could be compared",
            " 70  a bug",
            "",
            "Configuration: docs/configuration.md"
        })
public final class RootCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
