package dev.holdfast.ops.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.UUID;

/** A control, and the account or card that it applies to. */
final class ControlPlace {

    @Option(names = "--control", required = true, paramLabel = "NAME", description = "The control.")
    @SuppressWarnings("NullAway.Init")
    private String control;

    @Option(names = "--account", required = true, paramLabel = "REF", description = "The account's reference.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(names = "--card", paramLabel = "ID", description = "One of its cards. Default: the whole account.")
    private @Nullable UUID card;

    String control() {
        return control;
    }

    String account() {
        return account;
    }

    @Nullable
    UUID card() {
        return card;
    }

    void tell(CommandSpec spec, String is) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(control + " " + is + " account " + account + (card == null ? "" : " card " + card));
        out.flush();
    }
}
