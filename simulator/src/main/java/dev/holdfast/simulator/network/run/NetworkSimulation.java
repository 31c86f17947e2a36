package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.arrival.Arrivals;
import dev.holdfast.simulator.load.Pacer;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.link.NetworkLinks;
import dev.holdfast.simulator.network.link.Traces;
import dev.holdfast.simulator.network.model.DecisionPolicy;
import dev.holdfast.simulator.network.model.ModelAccount;
import dev.holdfast.simulator.network.oracle.BalanceComparison;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.network.oracle.Oracle;
import dev.holdfast.simulator.network.oracle.PaymentTrack;
import dev.holdfast.simulator.wire.Concurrently;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;

/** A run of the simulated card network. */
public final class NetworkSimulation implements PaymentPlayer.Audience {

    /** Apart, so that changing the arrivals does not change the payments. */
    private static final long ARRIVAL_SEED = 0x61727269L;

    private static final String ACQUIRER = "200350";
    private static final long LONGEST_END_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long LONGEST_WARM_UP_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int WARM_UP_PART = 5;
    private static final int READ_AT_ONCE = 32;

    private final Vertx vertx;
    private final Context context;
    private final NetworkOptions options;
    private final Balances balances;
    private final Oracle oracle;
    private final Promise<NetworkResult> result = Promise.promise();
    private final NetworkRecorder recorder = new NetworkRecorder();
    private final Agenda agenda = new Agenda();
    private final Arrivals arrivals;
    private NetworkFigures.Payments payments = new NetworkFigures.Payments(0, 0, 0, 0, 0);
    private long originNanos;
    private long endNanos;
    private long nextArrivalNanos;
    private boolean stopped;
    private boolean over;

    private NetworkSimulation(Vertx vertx, NetworkOptions options, Balances balances) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = options;
        this.balances = balances;
        this.oracle = new Oracle(
                options.seed(),
                new DecisionPolicy(options.links().style().isVisa()),
                options.tolerance().alsoPossible());
        this.arrivals = options.traffic().arrivals().arrivals(new SplittableRandom(options.seed() ^ ARRIVAL_SEED));
    }

    /**
     * Begins a run. All of it happens on one event loop: the caller's, or a new one if the caller is on none.
     *
     * @param balances where the issuer's books can be read; asked before the first and after the last message
     */
    public static NetworkSimulation run(Vertx vertx, NetworkOptions options, Balances balances) {
        NetworkSimulation simulation = new NetworkSimulation(vertx, options, balances);
        simulation.context.runOnContext(nothing -> simulation.begin());
        return simulation;
    }

    /** Succeeds with the result, whatever it shows; fails if the accounts could not be read or no link signed on. */
    public Future<NetworkResult> result() {
        return result.future();
    }

    /** Ends the arrivals; what is alive is played to its end. From any thread. */
    public void stop() {
        context.runOnContext(nothing -> stopped = true);
    }

    /** Where the run stands: payments begun, ended, dropped, approved by stand-in. On the run's event loop. */
    public NetworkFigures.Payments payments() {
        return payments;
    }

    public long divergences() {
        return oracle.divergences().count();
    }

    private void begin() {
        Traces traces = new Traces(Clock.systemUTC(), ACQUIRER);
        NetworkLinks links = new NetworkLinks(vertx, options.links(), traces);
        Concurrently.forEach(options.cards().cards().iterator(), READ_AT_ONCE, this::watch)
                .compose(nothing -> links.open())
                .compose(nothing -> load(links, traces))
                .compose(nothing -> compare(links))
                .eventually(links::close)
                .onComplete(result);
    }

    private Future<Void> watch(TestCard card) {
        String ref = card.accountRef();
        return balances.of(ref)
                .onSuccess(standing -> {
                    if (!oracle.watches(ref)) {
                        oracle.watch(
                                new ModelAccount(ref, standing.available(), standing.held(), standing.creditLimit()));
                    }
                })
                .mapEmpty();
    }

    private Future<Void> load(NetworkLinks links, Traces traces) {
        Stage stage =
                new Stage(links, oracle, agenda, recorder, options, () -> stopped || System.nanoTime() >= endNanos);
        PaymentSource source = new PaymentSource(options, traces);
        Promise<Void> done = Promise.promise();
        originNanos = System.nanoTime();
        endNanos = originNanos + options.traffic().duration().toNanos();
        recorder.begin(originNanos, Math.min(LONGEST_WARM_UP_NANOS, (endNanos - originNanos) / WARM_UP_PART));
        nextArrivalNanos = nextArrival();
        Pacer[] pacer = new Pacer[1];
        pacer[0] = new Pacer(context, () -> {
            long now = System.nanoTime();
            agenda.run(now);
            arrive(now, stage, source);
            recorder.tick(now, alive());
            if (stopped || now >= endNanos) {
                recorder.arrivalsEnded((now - originNanos) / 1e9, links.counts());
            }
            if (isOver(now)) {
                over = true;
                pacer[0].stop();
                done.tryComplete();
            }
        });
        pacer[0].start();
        return done.future();
    }

    private void arrive(long now, Stage stage, PaymentSource source) {
        while (!stopped && nextArrivalNanos <= now && nextArrivalNanos < endNanos) {
            if (alive() >= options.traffic().mostAlive()) {
                count(0, 0, 1, 0, 0);
            } else {
                long number = payments.begun();
                count(1, 0, 0, 0, 0);
                source.payment(number, stage, this).begin(nextArrivalNanos);
            }
            nextArrivalNanos = nextArrival();
        }
    }

    private long nextArrival() {
        return originNanos + (long) (arrivals.nextSeconds() * 1e9);
    }

    private int alive() {
        return (int) (payments.begun() - payments.ended());
    }

    private boolean isOver(long now) {
        boolean arrived = stopped || now >= endNanos;
        return !over && arrived && (alive() == 0 || now > endNanos + LONGEST_END_NANOS);
    }

    private Future<NetworkResult> compare(NetworkLinks links) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - originNanos);
        NetworkFigures figures = recorder.figures(elapsed, payments, links.counts());
        return new BalanceComparison(oracle, balances)
                .compare()
                .map(compared -> new NetworkResult(
                        options,
                        figures,
                        compared,
                        oracle.exactlyPredicted(),
                        oracle.divergences().count(),
                        oracle.divergences().first()));
    }

    @Override
    public void stoodIn() {
        count(0, 0, 0, 1, 0);
    }

    @Override
    public void expired() {
        count(0, 0, 0, 0, 1);
    }

    @Override
    public void ended(PaymentTrack track) {
        count(0, 1, 0, 0, 0);
        oracle.ended(track);
    }

    private void count(int begun, int ended, int dropped, int stoodIn, int expired) {
        payments = new NetworkFigures.Payments(
                payments.begun() + begun,
                payments.ended() + ended,
                payments.dropped() + dropped,
                payments.stoodIn() + stoodIn,
                payments.expired() + expired);
    }
}
