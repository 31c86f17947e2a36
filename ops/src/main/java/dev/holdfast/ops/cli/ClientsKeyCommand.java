package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys that sign access tokens. */
@Command(
        name = "key",
        description = {
            "Shows, changes and revokes the keys that sign access tokens.",
            "Servers draw a new one every 30 days by themselves."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {ClientsKeyListCommand.class, ClientsKeyRotateCommand.class, ClientsKeyRevokeCommand.class})
final class ClientsKeyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "List, rotate or revoke?");
    }
}
