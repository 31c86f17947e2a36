package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.UUID;
import java.util.concurrent.Callable;

/** Adds a secret. */
@Command(
        name = "add",
        description = "Gives a client another secret and prints it, here and never again. Those that it has stay live.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsSecretAddCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Mixin
    private final ClientOptions.Owner owner = new ClientOptions.Owner();

    @Option(names = "--client", required = true, paramLabel = "ID", description = "The client's id.")
    @SuppressWarnings("NullAway.Init")
    private UUID client;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return clients.with(spec, desk -> ClientOptions.show(spec, desk.addSecret(owner.tenant(), client)));
    }
}
