package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Lists signing keys. */
@Command(
        name = "list",
        description = "Lists the keys that access tokens may be signed with, the newest first. Shows no private key.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsKeyListCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return clients.with(spec, desk -> {
            PrintWriter out = spec.commandLine().getOut();
            desk.keys().forEach(key -> out.println(key.keyId() + "  " + key.createdAt()));
            out.flush();
        });
    }
}
