package dev.holdfast.ops.bench;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ops.bench.Rig.Contender;
import dev.holdfast.ops.system.VertxInstance;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The phases with an engine in this process, on event loops that are not the load's. */
final class EnginePhases {

    /** Lanes of one command each: their number is how many transactions are under way. */
    private static final List<Integer> SINGLE_LANES = List.of(8, 16);

    private static final int SINGLE_IN_FLIGHT = 128;
    private static final int LANES_IN_FLIGHT = 1_024;
    private static final int OPENINGS_IN_FLIGHT = 1_024;
    private static final Duration OPENING = Duration.ofMinutes(5);

    /** Enough for any number of operations, so that none is refused. */
    private static final long CREDIT_LIMIT_MINOR = 1_000_000_000_000_000L;

    private final Rig rig;
    private final LaneOptions lanes;

    EnginePhases(Rig rig, LaneOptions lanes) {
        this.rig = rig;
        this.lanes = lanes;
    }

    /** Creates the tenant and its accounts. */
    AccountKey[] prepare(String apiKey) {
        return with(lanes, engine -> {
            rig.await(engine.tenants().bootstrap(apiKey), "making a tenant", Duration.ZERO);
            Tenant tenant = rig.await(engine.tenants().authenticate(apiKey), "finding the tenant", Duration.ZERO)
                    .orElseThrow(() -> new BenchFailed("the database is in use: it has tenants", null));
            AccountKey[] accounts = Rig.accounts(tenant.id(), rig.options().accounts());
            AtomicInteger next = new AtomicInteger();
            List<Future<Void>> openers = IntStream.range(0, OPENINGS_IN_FLIGHT)
                    .mapToObj(slot -> openNext(engine, accounts, next))
                    .toList();
            rig.await(Future.all(openers), "opening accounts", OPENING);
            return accounts;
        });
    }

    private static Future<Void> openNext(Engine engine, AccountKey[] accounts, AtomicInteger next) {
        int index = next.getAndIncrement();
        if (index >= accounts.length) {
            return Future.succeededFuture();
        }
        NewBalance balance = new NewBalance(
                AccountOpening.DEFAULT_BALANCE_REF, Currency.of(BenchNames.CURRENCY), CREDIT_LIMIT_MINOR);
        return engine.accounts()
                .open(
                        new AccountOpening(accounts[index], List.of(balance)),
                        Instant.now().plus(OPENING))
                .compose(opened -> openNext(engine, accounts, next));
    }

    /** One transaction per operation: the same engine, with batches of one. The best of some numbers of lanes. */
    double single(AccountKey[] accounts) {
        double best = 0;
        for (int count : SINGLE_LANES) {
            LaneOptions single =
                    new LaneOptions(count, lanes.queueLimit(), 1, lanes.batchTimeout(), lanes.resolvePatience());
            Window window = with(
                    single,
                    engine -> rig.measure(new Contender(
                            "one transaction per operation, " + count + " connections",
                            rig.closed(new EngineDoor(engine.ledger(), accounts, rig.numbers()), SINGLE_IN_FLIGHT))));
            best = Math.max(best, window.perSecond());
        }
        return best;
    }

    /** The lanes as they are served: on all accounts, and on one. */
    List<Window> lanes(AccountKey[] accounts) {
        AccountKey[] one = {accounts[0]};
        return with(
                lanes,
                engine -> rig.compare(List.of(
                        new Contender(
                                "lanes in process, " + accounts.length + " accounts",
                                rig.closed(new EngineDoor(engine.ledger(), accounts, rig.numbers()), LANES_IN_FLIGHT)),
                        new Contender(
                                "lanes in process, 1 account",
                                rig.closed(new EngineDoor(engine.ledger(), one, rig.numbers()), LANES_IN_FLIGHT)))));
    }

    private <T> T with(LaneOptions options, Function<Engine, T> work) {
        Vertx vertx = VertxInstance.make();
        EngineOptions usual = EngineOptions.of(rig.database().url());
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try {
            Engine engine = rig.await(
                    Engine.start(
                            vertx,
                            new EngineOptions(usual.database(), options, usual.readConnections(), usual.readTimeout()),
                            meters),
                    "connecting the lanes",
                    Duration.ZERO);
            try {
                return work.apply(engine);
            } finally {
                rig.await(engine.close(), "draining the lanes", Duration.ZERO);
            }
        } finally {
            meters.close();
            rig.await(vertx.close(), "closing Vert.x", Duration.ZERO);
        }
    }
}
