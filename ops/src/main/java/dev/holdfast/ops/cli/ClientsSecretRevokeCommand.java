package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.UUID;
import java.util.concurrent.Callable;

/** Revokes a secret. */
@Command(
        name = "revoke",
        description = "Revokes a secret. Tokens that were issued for it are refused within seconds.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsSecretRevokeCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Mixin
    private final ClientOptions.Owner owner = new ClientOptions.Owner();

    @Option(names = "--client", required = true, paramLabel = "ID", description = "The client's id.")
    @SuppressWarnings("NullAway.Init")
    private UUID client;

    @Option(
            names = "--secret",
            required = true,
            paramLabel = "NUMBER",
            description = "Its number, which stands in it after hfs_, and which list shows.")
    private int number;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return clients.with(spec, desk -> desk.revokeSecret(owner.tenant(), client, number));
    }
}
