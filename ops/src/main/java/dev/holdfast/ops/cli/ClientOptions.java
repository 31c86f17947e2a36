package dev.holdfast.ops.cli;

import dev.holdfast.engine.client.ClientOutcome;
import dev.holdfast.ops.client.ClientDesk;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** What every command on clients needs: a database that is there, and the keys. */
final class ClientOptions {

    @Mixin
    private final CardOptions cards = new CardOptions();

    /** Runs work on clients; what it refuses is told like a wrong option. */
    int with(CommandSpec spec, Consumer<ClientDesk> work) {
        return cards.withCards(spec, office -> {
            work.accept(new ClientDesk(office));
            return ExitCode.OK;
        });
    }

    /** Prints what a client calls with. */
    static void show(CommandSpec spec, ClientOutcome.Given given) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("client_id=" + given.client());
        out.println("client_secret=" + given.secret().reveal());
        out.flush();
    }

    /** Whose client it is. */
    static final class Owner {

        @Option(names = "--tenant", paramLabel = "NAME", description = "Whose client. Default: ${DEFAULT-VALUE}.")
        private String tenant = "demo";

        String tenant() {
            return tenant;
        }
    }
}
