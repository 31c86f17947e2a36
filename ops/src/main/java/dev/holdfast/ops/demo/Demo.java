package dev.holdfast.ops.demo;

import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.simulate.LiveView;
import dev.holdfast.ops.simulate.NetworkReportFiles;
import dev.holdfast.ops.simulate.ReportFiles;
import dev.holdfast.ops.simulate.ReportSeal;
import dev.holdfast.ops.simulate.RunHeader;
import dev.holdfast.ops.simulate.RunHeader.Link;
import dev.holdfast.ops.simulate.ViewChoice;
import dev.holdfast.ops.simulate.WatchedRun;
import dev.holdfast.ops.system.DatabaseFacts;
import dev.holdfast.ops.system.HoldfastSystem;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.SystemOptions;
import dev.holdfast.ops.system.SystemOptions.Address;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.RunLabels;
import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.SimulationResult;
import dev.holdfast.simulator.Verdict;
import dev.holdfast.simulator.load.LoadOptions;
import dev.holdfast.simulator.network.report.NetworkReport;
import dev.holdfast.simulator.network.report.NetworkText;
import dev.holdfast.simulator.report.Machine;
import dev.holdfast.simulator.report.TextReport;
import dev.holdfast.simulator.wire.Target;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One demonstration, from an empty disk to an empty disk. */
public final class Demo {

    private static final String TITLE = "Holdfast demo";

    /** The longest run's journal takes about a minute. */
    private static final Waiting ISSUING = new Waiting(Part.DATABASE, Duration.ofMinutes(1));

    private static final Waiting VERIFYING = new Waiting(Part.DATABASE, Duration.ofMinutes(8));

    private final DemoOptions options;
    private final SystemOptions systemOptions;
    private final HoldfastSystem system;
    private final ViewChoice views;
    private final PrintWriter out;
    private final Stages stages;
    private boolean stopped;
    private @Nullable WatchedRun run;
    private @Nullable CardTraffic cards;

    /**
     * @param systemOptions a system that is thrown away, with a first API key
     * @param views how the run is shown; everything else is printed to its output
     */
    public Demo(DemoOptions options, SystemOptions systemOptions, ViewChoice views) {
        this.options = options;
        this.systemOptions = systemOptions;
        this.system = new HoldfastSystem(systemOptions);
        this.views = views;
        this.out = views.out();
        this.stages = new Stages(out);
    }

    /**
     * Runs it. Blocks.
     *
     * @return empty if it was stopped before there was anything to tell
     */
    public Optional<DemoOutcome> run() {
        out.println(TITLE + ": a ledger on a PostgreSQL of its own, and card payments for it");
        try (system) {
            system.start(stages::begin);
            SimulationOptions simulation = simulation();
            stages.begin("issuing cards");
            CardTraffic traffic =
                    CardTraffic.prepare(system, simulation.target(), tenant(simulation.target()), options);
            stages.end();
            WatchedRun watched = begin(simulation, traffic);
            CompletableFuture<NetworkReport> network = traffic.begin();
            SimulationResult result = watched.run(() -> view(watched.options()));
            return Optional.of(finish(result, network.join()));
        } catch (RuntimeException e) {
            if (stoppedEarly()) {
                out.println();
                return Optional.empty();
            }
            throw e;
        }
    }

    private WatchedRun begin(SimulationOptions simulation, CardTraffic traffic) {
        WatchedRun watched = new WatchedRun(simulation);
        synchronized (this) {
            run = watched;
            cards = traffic;
            if (stopped) {
                watched.stop();
                traffic.stop();
            }
        }
        return watched;
    }

    /** Whose accounts the caller opens: cards are issued to the same. */
    private int tenant(Target target) {
        return ISSUING.forResult(system.engine().tenants().authenticate(target.apiKey()), "looking for the tenant")
                .orElseThrow()
                .id();
    }

    private SimulationOptions simulation() {
        String key = systemOptions.bootstrapApiKey().orElseThrow();
        Target target =
                new Target(uri(system.api(), ""), systemOptions.doors().api().apiKeyHeader(), key);
        SimulationOptions gentle = SimulationOptions.gentle(target, options.seed(), options.length());
        String durability = DatabaseFacts.of(system.database()).durability();
        return gentle.withPopulation(gentle.population().withAccounts(options.accounts()))
                .withLoad(LoadOptions.poisson(options.paymentsPerSecond(), options.length()))
                .withLabels(new RunLabels(TITLE, options.commit(), durability));
    }

    private LiveView view(SimulationOptions simulation) {
        List<Link> links = List.of(
                new Link("API", uri(system.api(), "/docs").toString()),
                new Link("API key", simulation.target().apiKey()),
                new Link("metrics", uri(system.management(), "/metrics").toString()));
        out.printf(
                "  %s%n",
                "funding " + options.accounts() + " accounts, then "
                        + simulation.load().arrivals().describe());
        links.forEach(link -> out.printf("  %-8s %s%n", link.name(), link.url()));
        out.flush();
        RunHeader header = new RunHeader(TITLE, options.seed(), options.accounts(), options.planned(), links);
        return views.open(header, new InvariantLight(system.engine().verifier()));
    }

    private DemoOutcome finish(SimulationResult result, NetworkReport network) {
        Machine machine = Machine.here();
        out.println();
        out.print(TextReport.of(result, machine));
        out.println();
        out.flush();
        out.print(NetworkText.of(network));
        out.println();
        out.flush();
        ReportFiles files = ReportFiles.write(options.reports(), "demo", result, machine);
        NetworkReportFiles cardFiles = NetworkReportFiles.write(options.reports(), network, ReportSeal.UNSIGNED);
        stages.begin("verifying the book from its journal");
        // The server's own engine: after a signal Java makes no second Vert.x.
        VerificationReport verification =
                VERIFYING.forResult(system.engine().verifier().verify(), "verifying");
        stages.end();
        Verdict cardVerdict = Verdict.valueOf(network.verdict().toUpperCase(Locale.ROOT));
        return new DemoOutcome(result.verdict(), cardVerdict, files, cardFiles, verification);
    }

    private static URI uri(Address address, String path) {
        return URI.create("http://" + address.host() + ":" + address.port() + path);
    }

    /** Makes it end early, with its report if there is anything to report. From any thread. */
    public void stop() {
        WatchedRun running;
        CardTraffic traffic;
        synchronized (this) {
            stopped = true;
            running = run;
            traffic = cards;
        }
        if (running == null || traffic == null) {
            system.close();
        } else {
            running.stop();
            traffic.stop();
        }
    }

    /** Takes everything down at once, without a report. */
    public void abort() {
        system.close();
    }

    private synchronized boolean stoppedEarly() {
        return stopped && run == null;
    }
}
