package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Shows an account. */
@Command(
        name = "show",
        description = "Shows an account's balances.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class AccountShowCommand implements Callable<Integer> {

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "REF", description = "The account's reference.")
    @SuppressWarnings("NullAway.Init")
    private String ref;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(server.client().show(ref));
        out.flush();
        return ExitCode.OK.code();
    }
}
