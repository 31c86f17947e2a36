package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The vault's keys. */
@Command(
        name = "keys",
        description = {
            "Shows, changes and drops the keys of card numbers.",
            "The key files are in HOLDFAST_KEYS. Servers need not stop: they read the files again."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {KeysStatusCommand.class, KeysRotateCommand.class, KeysRetireCommand.class})
final class KeysCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Status, rotate or retire?");
    }
}
