package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Programs of tenants that call with access tokens. */
@Command(
        name = "clients",
        description = {
            "Makes, lists and disables clients, which call with access tokens, and changes their secrets.",
            "Works on the database itself, also beside running servers, which see a change within seconds."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            ClientsListCommand.class,
            ClientsCreateCommand.class,
            ClientsDisableCommand.class,
            ClientsSecretCommand.class,
            ClientsKeyCommand.class
        })
final class ClientsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "List, create, disable, secret or key?");
    }
}
