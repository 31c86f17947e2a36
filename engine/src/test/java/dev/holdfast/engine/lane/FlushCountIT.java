package dev.holdfast.engine.lane;

import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookSessions;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.card.CardShelf;
import dev.holdfast.engine.control.ControlShelf;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.engine.control.Counter;
import dev.holdfast.engine.control.Rule;
import dev.holdfast.engine.control.Scope;
import dev.holdfast.engine.control.Window;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.ledger.Ledger;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.HostAnswer;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageShelf;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.engine.network.Response;
import dev.holdfast.engine.network.Timing;
import dev.holdfast.engine.network.Trace;
import dev.holdfast.engine.notification.OutboxShelf;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.payment.PaymentShelf;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.FlushCountingProxy;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Two trips to the database per batch, whatever its size and whichever features' rows it needs. */
@TestInstance(Lifecycle.PER_CLASS)
class FlushCountIT {

    private static final int FLUSHES_PER_BATCH = 2;

    /** A pause of the client in mid-flush counts once too often; the smallest of a few counts has no such pause. */
    private static final int ATTEMPTS = 5;

    private final TestDatabase database = TestDatabase.migrated();
    private final FlushCountingProxy proxy = new FlushCountingProxy(database.url());
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    /** Nothing but this lane goes through the proxy: other connections would be counted too. */
    private final Lanes<Book> lanes = Await.on(Lanes.start(
            vertx,
            LaneLimits.oneLane(),
            new BookSessions(
                    new Connections(vertx, proxy.url()),
                    List.of(MessageShelf.KIND, PaymentShelf.KIND, CardShelf.KIND, ControlShelf.KIND, OutboxShelf.KIND)),
            meters,
            Clock.systemUTC()));

    private final Ledger ledger = new Ledger(lanes, meters);
    private final NetworkHost host = new NetworkHost(
            vertx,
            lanes,
            engine.engine().programs(),
            engine.engine().cardDirectory(),
            new EngineOptions(database.url(), LaneLimits.oneLane(), 1, Duration.ofSeconds(1))
                    .secrets()
                    .hsm(),
            meters);
    private final AtomicInteger keys = new AtomicInteger();

    @AfterAll
    void stop() {
        proxy.letGo();
        Await.on(lanes.close());
        Await.on(vertx.close());
        engine.close();
        proxy.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300})
    void aBatchIsTwoFlushes(int size) {
        openAccounts();

        // The opener's own batch, and then the one that gathered behind it.
        assertThat(smallestOf(() -> flushesOf(size, i -> ledger.apply(request(i), TestEngine.deadline()))))
                .isEqualTo(2 * FLUSHES_PER_BATCH);
    }

    /** The shelves of messages, payments, cards and controls are in the batch. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void aBatchOfCardMessagesIsTwoFlushesToo(int size) {
        openAccounts();
        List<TestCard> cards = IntStream.range(0, 10)
                .mapToObj(i -> controlledCard("size" + size + "-" + i))
                .toList();
        // What is not yet known of a card is looked up elsewhere.
        cards.forEach(card -> Await.on(authorization(card)));

        assertThat(smallestOf(() -> flushesOf(size, i -> authorization(cards.get(i % cards.size())))))
                .isEqualTo(2 * FLUSHES_PER_BATCH);
        assertThat(database.queryText("SELECT (SELECT count(*) FROM network_message) || '/' || (SELECT count(*) FROM"
                        + " payment) || '/' || (SELECT count(*) FROM velocity_use)"))
                .matches("(\\d+)/\\1/\\1");
    }

    private TestCard controlledCard(String account) {
        TestCard card = network.card(account, 1_000_000);
        Rule limit = new Rule.VelocityLimit(
                "limit",
                new Counter(Scope.CARD, new Window.Sliding(Duration.ofHours(1)), TestEngine.PHP, Set.of()),
                1_000L,
                null);
        ControlVersion version = new ControlVersion(account, 1);
        Controls controls = engine.engine().controls();
        Await.on(controls.draft(engine.tenantId(), account, List.of(limit)));
        Await.on(controls.shadow(engine.tenantId(), version));
        Await.on(controls.activate(engine.tenantId(), version));
        Await.on(engine.engine().controlAssignments().assign(engine.key(account), null, account));
        return card;
    }

    /** Sent in the future: a batch that is held back must not meet its deadline. */
    private Future<HostAnswer> authorization(TestCard card) {
        Trace trace = network.trace();
        Arrival now = network.arrival(
                card,
                MessageFunction.AUTHORIZATION,
                trace,
                "net" + keys.incrementAndGet(),
                TestNetwork.request(trace, PaymentKind.PRE_AUTHORIZATION, 10));
        Instant later = Instant.now().plusSeconds(60);
        return host.answer(new Arrival(
                        now.function(),
                        false,
                        trace,
                        now.retrieval(),
                        now.presented(),
                        now.links(),
                        now.place(),
                        now.content(),
                        new Timing(later, later)))
                .onSuccess(answer -> assertThat(answer.outcome().response()).isEqualTo(Response.APPROVED));
    }

    private void openAccounts() {
        IntStream.range(0, 10).forEach(i -> engine.open("a" + i));
    }

    private static int smallestOf(IntSupplier count) {
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && smallest > 2 * FLUSHES_PER_BATCH; i++) {
            smallest = Math.min(smallest, count.getAsInt());
        }
        return smallest;
    }

    private <T> int flushesOf(int size, IntFunction<Future<T>> command) {
        proxy.hold();
        Future<LedgerOutcome> opener =
                ledger.apply(engine.deposit("a0", "opener" + keys.incrementAndGet(), 10_000), TestEngine.deadline());
        proxy.awaitClient();
        List<Future<T>> batch = IntStream.range(0, size).mapToObj(command).toList();
        Future<?> all = Future.join(batch);
        int flushes = proxy.countReleasesUntil(all::isComplete);
        proxy.letGo();

        assertThat(Await.on(opener)).isInstanceOf(LedgerOutcome.Applied.class);
        Await.on(all);
        return flushes;
    }

    /** Holds, debits, refusals, replays, requests for accounts that do not exist: every table is touched. */
    private LedgerRequest request(int i) {
        String key = "k" + keys.incrementAndGet();
        return switch (i % 5) {
            case 0 -> engine.request(Operation.HOLD, "a" + i % 10, key, 10, null);
            case 1 -> engine.deposit("a" + i % 10, key, 100);
            case 2 -> engine.debit("a" + i % 10, key, 1_000_000);
            case 3 -> engine.request(Operation.RESTORE, "a0", key, 5, "00000000-0000-8000-8000-000000000000");
            default -> engine.debit("nobody" + i % 10, key, 1);
        };
    }
}
