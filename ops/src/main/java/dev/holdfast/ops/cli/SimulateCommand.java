package dev.holdfast.ops.cli;

import dev.holdfast.ops.simulate.Invariants;
import dev.holdfast.ops.simulate.LiveView;
import dev.holdfast.ops.simulate.NetworkPlay;
import dev.holdfast.ops.simulate.NetworkReportFiles;
import dev.holdfast.ops.simulate.ReportFiles;
import dev.holdfast.ops.simulate.ReportSeal;
import dev.holdfast.ops.simulate.RunHeader;
import dev.holdfast.ops.simulate.ViewChoice;
import dev.holdfast.ops.simulate.WatchedRun;
import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.SimulationResult;
import dev.holdfast.simulator.Verdict;
import dev.holdfast.simulator.network.report.NetworkJson;
import dev.holdfast.simulator.network.report.NetworkReport;
import dev.holdfast.simulator.network.report.NetworkText;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.report.JsonReport;
import dev.holdfast.simulator.report.Machine;
import dev.holdfast.simulator.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Lets the Open Fabric caller loose on a running server. */
@Command(
        name = "simulate",
        description = {
            "Makes card payments on a running server and checks it.",
            "Opens accounts, makes payments over the API, and checks every answer, balance and hold "
                    + "against a model. Ends with 0 if all agree, 1 if anything differs, 7 if not all could be "
                    + "compared.",
            "With --network the payments come as a card network sends them: over ISO 8583, with cards of an embossing "
                    + "file, and every fault that --faults brings.",
            "Ctrl-C ends the load early. The accounts stay."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class SimulateCommand implements Callable<Integer> {

    private static final Duration END_LIMIT = Duration.ofMinutes(30);

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final LoadFlags load = new LoadFlags();

    @Mixin
    private final PaymentFlags payments = new PaymentFlags();

    @Mixin
    private final ViewOptions viewOptions = new ViewOptions();

    @Mixin
    private final NetworkFlags network = new NetworkFlags();

    @Option(names = "--json", description = "Prints the report as JSON, and nothing else.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (network.isGiven()) {
            return playNetwork();
        }
        SimulationOptions options = Limits.understood(
                spec,
                () -> load.applyTo(payments.applyTo(
                        SimulationOptions.gentle(server.target(), payments.seed(), Duration.ofSeconds(1)))));
        ViewOptions.warningsOnly();
        PrintWriter out = spec.commandLine().getOut();
        // With --json standard output is a program's; what a person wants to see goes to the other one.
        ViewChoice views = json ? viewOptions.lines(spec.commandLine().getErr()) : viewOptions.view(out);
        WatchedRun run = new WatchedRun(options);
        return StopOnSignal.early(() -> run(run, views, out), run::stop, END_LIMIT, () -> {})
                .code();
    }

    private int playNetwork() {
        NetworkOptions options = Limits.understood(spec, () -> network.options(load, payments));
        ReportSeal seal = network.seal();
        ViewOptions.warningsOnly();
        PrintWriter out = spec.commandLine().getOut();
        NetworkPlay play = new NetworkPlay(server.target(), options, network.weather(), ProgramVersion.commit());
        return StopOnSignal.early(() -> playNetwork(play, seal, out), play::stop, END_LIMIT, () -> {})
                .code();
    }

    private ExitCode playNetwork(NetworkPlay play, ReportSeal seal, PrintWriter out) {
        PrintWriter progress = json ? spec.commandLine().getErr() : out;
        NetworkReport report = network.findsKnee()
                ? play.findKnee(network.level(), load.rate(), step -> progress.println(NetworkText.of(step)))
                : play.run();
        NetworkReportFiles files = NetworkReportFiles.write(viewOptions.reports(), report, seal);
        if (json) {
            out.print(NetworkJson.of(report));
        } else {
            out.print(NetworkText.of(report));
            out.println();
            out.println("report: " + files.html());
            out.println("        " + files.json());
        }
        out.flush();
        return SimulationExit.of(Verdict.valueOf(report.verdict().toUpperCase(Locale.ROOT)));
    }

    private ExitCode run(WatchedRun run, ViewChoice views, PrintWriter out) {
        SimulationResult result = run.run(() -> view(run.options(), views));
        Machine machine = Machine.here();
        ReportFiles files = ReportFiles.write(viewOptions.reports(), "simulate", result, machine);
        if (json) {
            out.print(JsonReport.of(result, machine));
        } else {
            out.print(TextReport.of(result, machine));
            out.println();
            out.println("report: " + files.html());
            out.println("        " + files.json());
        }
        out.flush();
        return SimulationExit.of(result.verdict());
    }

    private static LiveView view(SimulationOptions options, ViewChoice views) {
        Duration planned = options.load().duration();
        RunHeader header = new RunHeader(
                "Open Fabric caller",
                options.population().seed(),
                options.population().accounts(),
                Optional.of(planned).filter(length -> options.load().payments() == Long.MAX_VALUE),
                List.of(new RunHeader.Link("server", options.target().toString())));
        return views.open(header, () -> Invariants.NOT_WATCHED);
    }
}
