package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Makes a client. */
@Command(
        name = "create",
        description = "Makes a client and prints its id and first secret, which is shown here and never again.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsCreateCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Mixin
    private final ClientOptions.Owner owner = new ClientOptions.Owner();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "1 to 64 characters.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--scope",
            required = true,
            paramLabel = "SCOPES",
            description = "What it may ask for, such as \"txn.r acct.r\".")
    @SuppressWarnings("NullAway.Init")
    private String scopes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return clients.with(spec, desk -> ClientOptions.show(spec, desk.create(owner.tenant(), name, scopes)));
    }
}
