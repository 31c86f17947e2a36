package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Revokes a signing key. */
@Command(
        name = "revoke",
        description = "Takes a key out of use for good: tokens that it has signed are refused within seconds.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsKeyRevokeCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "The key's id, as list shows it.")
    @SuppressWarnings("NullAway.Init")
    private String key;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return clients.with(spec, desk -> desk.revokeKey(key));
    }
}
