package dev.holdfast.ops;

import dev.holdfast.ops.cli.CommandFailures;
import dev.holdfast.ops.cli.RootCommand;
import picocli.CommandLine;

/** The entry point of the {@code holdfast} command. */
public final class Holdfast {

    /** Where the terminal does not tell its own. */
    private static final int HELP_WIDTH = 100;

    private Holdfast() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** All commands, as the entry point runs them. */
    public static CommandLine commandLine() {
        return new CommandLine(new RootCommand())
                .setExecutionExceptionHandler(new CommandFailures())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setUsageHelpAutoWidth(true);
    }
}
