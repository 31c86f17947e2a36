package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A client's secrets. */
@Command(
        name = "secret",
        description = "Gives a client another secret, or takes one away. Up to five are live at once.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {ClientsSecretAddCommand.class, ClientsSecretRevokeCommand.class})
final class ClientsSecretCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Add or revoke?");
    }
}
