package dev.holdfast.ops.simulate;

import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.VertxInstance;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.network.fault.FaultPlan;
import dev.holdfast.simulator.network.fault.FaultyProxy;
import dev.holdfast.simulator.network.knee.KneeRun;
import dev.holdfast.simulator.network.knee.KneeStep;
import dev.holdfast.simulator.network.knee.ServiceLevel;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.network.report.NetworkReport;
import dev.holdfast.simulator.network.run.LedgerBalances;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkSimulation;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.LedgerClient;
import dev.holdfast.simulator.wire.PatientClient;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The simulated card network against a running issuer, for a command that waits. */
public final class NetworkPlay {

    /**
     * What happens on the way.
     *
     * @param faults whether frames are mistreated
     * @param faultyLinks on which, by their numbers from 1; none for all
     * @param outage how long all links are cut in the middle of a run; zero for not at all
     */
    public record Weather(boolean faults, Set<Integer> faultyLinks, Duration outage) {
        public Weather {
            faultyLinks = Set.copyOf(faultyLinks);
        }

        /** On all links. */
        public Weather(boolean faults, Duration outage) {
            this(faults, Set.of(), outage);
        }

        FaultPlan plan(int link) {
            boolean faulty = faults && (faultyLinks.isEmpty() || faultyLinks.contains(link));
            return faulty ? FaultPlan.everything(LONGEST_DELAY) : FaultPlan.NONE;
        }

        boolean isFair() {
            return !faults && outage.isZero();
        }
    }

    private static final Duration LIMIT = Duration.ofHours(26);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELAY = Duration.ofMillis(500);
    private static final int BISECTIONS = 4;

    private final Target target;
    private final NetworkOptions options;
    private final Weather weather;
    private final String commit;
    private volatile @Nullable NetworkSimulation simulation;
    private volatile boolean stopped;

    /**
     * @param target where the books are read
     * @param commit of the issuer's source, for the report
     */
    public NetworkPlay(Target target, NetworkOptions options, Weather weather, String commit) {
        this.target = target;
        this.options = options;
        this.weather = weather;
        this.commit = commit;
    }

    /**
     * Plays payments, and compares. Blocks until that is over.
     *
     * @throws SimulationFailed if there is no result
     */
    public NetworkReport run() {
        Instant startedAt = Instant.now();
        return onLoop((vertx, balances) -> reached(vertx).compose(reached -> {
            NetworkSimulation begun = NetworkSimulation.run(vertx, reached, balances);
            simulation = begun;
            if (stopped) {
                begun.stop();
            }
            return begun.result().map(result -> NetworkReport.of(result, startedAt, commit));
        }));
    }

    /**
     * Finds the knee. Blocks until that is over.
     *
     * @param told of each step when it is over
     * @throws SimulationFailed if there is no result
     */
    public NetworkReport findKnee(ServiceLevel level, double firstRate, Consumer<KneeStep> told) {
        Instant startedAt = Instant.now();
        return onLoop((vertx, balances) -> reached(vertx)
                .compose(reached -> new KneeRun(vertx, reached, balances, level, told)
                        .from(firstRate, BISECTIONS)
                        .map(knee -> NetworkReport.of(reached, knee, startedAt, commit))));
    }

    /** Ends the arrivals of a run; what is alive is played to its end. From any thread. */
    public void stop() {
        stopped = true;
        NetworkSimulation begun = simulation;
        if (begun != null) {
            begun.stop();
        }
    }

    /** Returns the options for reaching the issuer through the weather. */
    private Future<NetworkOptions> reached(Vertx vertx) {
        if (weather.isFair()) {
            return Future.succeededFuture(options);
        }
        FaultyProxy proxy = new FaultyProxy(vertx, options.links(), weather::plan, options.seed());
        if (!weather.outage().isZero()) {
            long middle = Math.max(1, options.traffic().duration().toMillis() / 2);
            vertx.setTimer(middle, timer -> proxy.outage(weather.outage()));
        }
        return proxy.listen().map(port -> options.withLinks(options.links().at("127.0.0.1", port)));
    }

    private NetworkReport onLoop(BiFunction<Vertx, Balances, Future<NetworkReport>> work) {
        Vertx vertx = VertxInstance.make();
        try {
            Promise<NetworkReport> report = Promise.promise();
            vertx.getOrCreateContext().runOnContext(nothing -> {
                LedgerClient client = new LedgerClient(vertx, target, ConnectionOptions.DEFAULT);
                Balances balances = new LedgerBalances(new PatientClient(vertx, client, RetryOptions.DEFAULT));
                work.apply(vertx, balances).eventually(client::close).onComplete(report);
            });
            return await(report.future());
        } finally {
            new Waiting(Part.LISTENER, CLOSING).forResult(vertx.close(), "closing Vert.x");
        }
    }

    private NetworkReport await(Future<NetworkReport> report) {
        String place = options.links().host() + ":" + options.links().port();
        try {
            return report.toCompletionStage().toCompletableFuture().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SimulationFailed(place + ": " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new SimulationFailed("the run has not ended after " + LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SimulationFailed("interrupted", e);
        }
    }
}
