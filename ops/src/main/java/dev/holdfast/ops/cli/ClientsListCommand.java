package dev.holdfast.ops.cli;

import dev.holdfast.engine.client.ClientView;
import dev.holdfast.engine.client.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Lists a tenant's clients. */
@Command(
        name = "list",
        description = "Lists a tenant's clients: id, name, numbers of the live secrets, scopes.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ClientsListCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Mixin
    private final ClientOptions.Owner owner = new ClientOptions.Owner();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return clients.with(spec, desk -> {
            PrintWriter out = spec.commandLine().getOut();
            for (ClientView client : desk.list(owner.tenant())) {
                out.println(client.id() + "  " + client.name() + "  "
                        + (client.disabled() ? "disabled" : "secrets " + client.liveSecrets()) + "  "
                        + Scope.text(client.scopes()));
            }
            out.flush();
        });
    }
}
