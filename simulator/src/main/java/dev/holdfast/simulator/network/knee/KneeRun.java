package dev.holdfast.simulator.network.knee;

import dev.holdfast.simulator.arrival.ArrivalShape;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.network.oracle.Divergence;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkResult;
import dev.holdfast.simulator.network.run.NetworkSimulation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Finds the knee of a running issuer. */
public final class KneeRun {

    /** A pause of the machine must not pass for the knee: a rate is not well only if it was not three times. */
    private static final int ATTEMPTS = 3;

    /** Divergences kept in full. */
    private static final int KEPT = 20;

    private final Vertx vertx;
    private final NetworkOptions options;
    private final Balances balances;
    private final ServiceLevel level;
    private final Consumer<KneeStep> told;
    private final List<Divergence> divergences = new ArrayList<>();
    private long divergenceCount;
    private long seed;

    /**
     * @param options whose arrivals are replaced, and whose duration is that of each step
     * @param told of each step when it is over
     */
    public KneeRun(
            Vertx vertx, NetworkOptions options, Balances balances, ServiceLevel level, Consumer<KneeStep> told) {
        this.vertx = vertx;
        this.options = options;
        this.balances = balances;
        this.level = level;
        this.told = told;
        this.seed = options.seed();
    }

    /** Warms up with one step that does not count, then searches from this rate. */
    public Future<Knee> from(double perSecond, int bisections) {
        KneeSearch search = new KneeSearch(perSecond, bisections);
        return run(perSecond).compose(warm -> next(search));
    }

    private Future<Knee> next(KneeSearch search) {
        OptionalDouble rate = search.next();
        if (rate.isEmpty()) {
            return Future.succeededFuture(
                    new Knee(level, search.steps(), search.knee(), divergenceCount, List.copyOf(divergences)));
        }
        return attempt(rate.getAsDouble(), 1).compose(step -> {
            search.tried(step);
            told.accept(step);
            return next(search);
        });
    }

    private Future<KneeStep> attempt(double perSecond, int number) {
        return run(perSecond).compose(result -> {
            KneeStep step = KneeStep.of(perSecond, result.figures(), level);
            return step.well() || number == ATTEMPTS ? Future.succeededFuture(step) : attempt(perSecond, number + 1);
        });
    }

    private void note(NetworkResult result) {
        divergenceCount += result.divergenceCount();
        result.divergences().stream()
                .limit(Math.max(0, KEPT - divergences.size()))
                .forEach(divergences::add);
    }

    private Future<NetworkResult> run(double perSecond) {
        Duration length = options.traffic().duration();
        ArrivalShape arrivals = new ArrivalShape.Poisson(perSecond);
        NetworkOptions step = new NetworkOptions(
                seed++,
                options.links(),
                options.cards(),
                options.traffic().withArrivals(arrivals, length),
                options.tolerance());
        return NetworkSimulation.run(vertx, step, balances).result().onSuccess(this::note);
    }
}
