package dev.holdfast.simulator;

import dev.holdfast.simulator.comparison.Divergences;
import dev.holdfast.simulator.comparison.Examiner;
import dev.holdfast.simulator.comparison.FinalComparison;
import dev.holdfast.simulator.load.AccountSetup;
import dev.holdfast.simulator.load.Interval;
import dev.holdfast.simulator.load.LoadCounts;
import dev.holdfast.simulator.load.LoadFigures;
import dev.holdfast.simulator.load.OpenLoop;
import dev.holdfast.simulator.model.Book;
import dev.holdfast.simulator.payment.Payments;
import dev.holdfast.simulator.population.Population;
import dev.holdfast.simulator.wire.LedgerClient;
import dev.holdfast.simulator.wire.PatientClient;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** A run of the Open Fabric caller: opens accounts, plays payments, compares the server with the model. */
public final class Simulation {

    private static final long SNAPSHOT_MILLIS = 500;
    /** Apart, so that changing the arrivals does not change the payments. */
    private static final long ARRIVAL_SEED = 0x61727269L;

    private static final Interval NOTHING_YET = new Interval(0, 0, 0, 0, new Interval.State(0, 0, 0));

    private final Vertx vertx;
    private final Context context;
    private final SimulationOptions options;
    private final Consumer<Snapshot> live;
    private final Divergences divergences = new Divergences();
    private final Examiner examiner = new Examiner(new Book(), divergences);
    private final Promise<SimulationResult> result = Promise.promise();
    private final long beganNanos = System.nanoTime();

    private Snapshot.Phase phase = Snapshot.Phase.OPENING_ACCOUNTS;
    private Interval lastInterval = NOTHING_YET;
    private boolean stopped;
    private @Nullable AccountSetup setup;
    private @Nullable OpenLoop loop;

    private Simulation(Vertx vertx, SimulationOptions options, Consumer<Snapshot> live) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.live = live;
    }

    /**
     * Begins a run. All of it happens on one event loop: the caller's, or a new one if the caller is on none.
     *
     * @param live told twice a second where the run stands, on the event loop; must be quick
     */
    public static Simulation run(Vertx vertx, SimulationOptions options, Consumer<Snapshot> live) {
        Simulation simulation = new Simulation(vertx, options, live);
        simulation.context.runOnContext(nothing -> simulation.begin());
        return simulation;
    }

    /** Succeeds with the result, whatever the verdict; fails if the accounts could not be opened. */
    public Future<SimulationResult> result() {
        return result.future();
    }

    /** Ends the arrivals; the run finishes what is in flight, compares and gives its result. From any thread. */
    public void stop() {
        context.runOnContext(nothing -> {
            stopped = true;
            if (setup != null) {
                setup.stop();
            }
            if (loop != null) {
                loop.stop();
            }
        });
    }

    private void begin() {
        LedgerClient client =
                new LedgerClient(vertx, options.target(), options.delivery().connections());
        Population population = new Population(options.population());
        AccountSetup opening = new AccountSetup(population, patient(client), examiner);
        setup = opening;
        long timer = vertx.setPeriodic(SNAPSHOT_MILLIS, id -> live.accept(snapshot()));
        opening.run().compose(nothing -> load(population, client)).onComplete(ended -> {
            vertx.cancelTimer(timer);
            client.close();
            result.handle(ended);
        });
    }

    private Future<SimulationResult> load(Population population, LedgerClient client) {
        phase = Snapshot.Phase.LOAD;
        long seed = options.population().seed();
        Payments payments = new Payments(population, options.payments(), seed);
        OpenLoop open = new OpenLoop(vertx, options.load(), seed ^ ARRIVAL_SEED, payments, examiner, patient(client));
        loop = open;
        Instant startedAt = Instant.now();
        if (stopped) {
            open.stop();
        }
        return open.run().compose(figures -> compare(client, startedAt, figures));
    }

    private Future<SimulationResult> compare(LedgerClient client, Instant startedAt, LoadFigures figures) {
        phase = Snapshot.Phase.COMPARING;
        return new FinalComparison(patient(client), examiner, divergences)
                .compare()
                .map(comparison -> new SimulationResult(
                        options, startedAt, figures, divergences.count(), divergences.first(), comparison));
    }

    private PatientClient patient(LedgerClient client) {
        return new PatientClient(vertx, client, options.delivery().retries());
    }

    private Snapshot snapshot() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - beganNanos);
        int prepared = setup == null ? 0 : setup.ready();
        OpenLoop open = loop;
        if (open == null) {
            return new Snapshot(phase, elapsed, prepared, NOTHING_YET, noCounts(), divergences.count());
        }
        Snapshot.Phase shown = phase == Snapshot.Phase.LOAD && open.isDraining() ? Snapshot.Phase.DRAINING : phase;
        if (phase != Snapshot.Phase.COMPARING) {
            lastInterval = open.closeInterval();
        }
        return new Snapshot(shown, elapsed, prepared, lastInterval, open.counts(), divergences.count());
    }

    private static LoadCounts noCounts() {
        return new LoadCounts(0, Map.of(), new LoadCounts.Payments(0, 0, 0, 0), new LoadCounts.Deliveries(0, 0, 0, 0));
    }
}
