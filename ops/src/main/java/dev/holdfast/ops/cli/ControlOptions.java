package dev.holdfast.ops.cli;

import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.ControlView;
import dev.holdfast.ops.control.ControlDesk;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What every command on controls needs: a database that is there, and the tenant. */
final class ControlOptions {

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose controls. Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    /** Runs work on controls; what it refuses is told like a wrong option. */
    int withControls(CommandSpec spec, Function<ControlDesk, ExitCode> work) {
        return cards.withCards(spec, office -> work.apply(new ControlDesk(office, tenant)));
    }

    /** Takes a version's next step and says where it is then. */
    int step(CommandSpec spec, Version version, BiFunction<ControlDesk, ControlVersion, ControlView> step) {
        ControlVersion named = Limits.understood(spec, version::named);
        return withControls(spec, desk -> {
            tell(spec, step.apply(desk, named));
            return ExitCode.OK;
        });
    }

    static void tell(CommandSpec spec, ControlView view) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(view.set().version().control() + "  " + view.set().version().number() + "  "
                + view.set().status().label());
        out.flush();
    }

    /** A version of a control. {@code --version} means that here, so the standard options are not mixed in. */
    static final class Version {

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help message and exit.")
        @SuppressWarnings("unused") // read by picocli
        private boolean help;

        @Option(names = "--control", required = true, paramLabel = "NAME", description = "The control.")
        @SuppressWarnings("NullAway.Init")
        private String control;

        @Option(names = "--version", required = true, paramLabel = "N", description = "Its version, from 1.")
        private int number;

        ControlVersion named() {
            return new ControlVersion(control, number);
        }
    }
}
