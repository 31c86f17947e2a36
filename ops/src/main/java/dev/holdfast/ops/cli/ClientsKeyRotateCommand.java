package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Draws a signing key. */
@Command(
        name = "rotate",
        description = {
            "Draws a key that signs access tokens from some seconds later on, and prints its id.",
            "The one before still checks what it has signed."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsKeyRotateCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return clients.with(spec, desk -> {
            PrintWriter out = spec.commandLine().getOut();
            out.println(desk.rotateKey());
            out.flush();
        });
    }
}
