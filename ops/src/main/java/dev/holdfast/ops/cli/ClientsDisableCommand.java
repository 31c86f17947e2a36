package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.UUID;
import java.util.concurrent.Callable;

/** Disables a client. */
@Command(
        name = "disable",
        description =
                "Disables a client for good: it gets no tokens, and those that it has are refused within seconds.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsDisableCommand implements Callable<Integer> {

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
        return clients.with(spec, desk -> desk.disable(owner.tenant(), client));
    }
}
