package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.control.ControlledLanes.Card;
import dev.holdfast.engine.control.ControlledLanes.Decided;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import static dev.holdfast.engine.testing.TestEngine.PHP;
import static org.assertj.core.api.Assertions.assertThat;

/** The running figures of sliding windows, while time passes, are the sums of their buckets. */
@TestInstance(Lifecycle.PER_CLASS)
class RunningFiguresIT {

    private static final int ROUNDS = 150;

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final ControlledLanes here = new ControlledLanes(database.url(), LaneOptions.DEFAULTS);
    private final ControlledLanes there = new ControlledLanes(database.url(), LaneLimits.oneLane());
    private final Vertx vertx = Vertx.vertx();
    private final ControlPruning pruning =
            new ControlPruning(new Connections(vertx, database.url()).openForAdministration());

    @AfterAll
    void stop() {
        here.close();
        there.close();
        engine.close();
        Await.on(vertx.close());
        database.close();
    }

    /** Time passes, or steps back, by making all that is stored older or younger. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreeWithTheModelWhileTimePasses(long seed) {
        Random random = new Random(seed);
        Card card = card("passing" + seed);
        ControlSet set = activate(card, rules(30, 10_000));
        Velocity model = new Velocity();
        Duration passed = Duration.ZERO;
        List<UUID> messages = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Duration step = step(random);
            shift(card, step);
            passed = passed.plus(step);
            if (random.nextInt(10) == 0) {
                Await.on(pruning.run(1_000));
            }
            ControlledLanes lanes = random.nextBoolean() ? here : there;
            if (random.nextInt(3) == 0 && !messages.isEmpty()) {
                UUID message = messages.get(random.nextInt(messages.size()));
                Await.on(lanes.giveBack(card, message, 7));
                model.giveBack(message.toString(), 7);
                continue;
            }
            UUID message = UUID.randomUUID();
            Decided decided = Await.on(lanes.spend(card, message, random.nextLong(1, 20)));
            Purchase purchase = later(decided.purchase(), card, passed);
            assertThat(decided.decision()).isEqualTo(ControlPolicy.decide(List.of(set), purchase, model));
            if (!decided.declined()) {
                messages.add(message);
                model.consume(
                        message.toString(),
                        purchase.at(),
                        Tally.ofPurchase(purchase.amount().minor()),
                        ControlPolicy.counters(List.of(set), purchase));
            }
            for (CounterKey key : ControlPolicy.counters(List.of(set), purchase)) {
                assertThat(figures(card, key.counter(), decided.purchase().at()))
                        .isEqualTo(model.usedAt(key, purchase.at()));
            }
        }
    }

    private static Duration step(Random random) {
        long micros =
                switch (random.nextInt(12)) {
                    case 0 -> Duration.ofHours(13).toNanos() / 1_000;
                    case 1 -> -random.nextLong(5_000_000);
                    case 2 -> Duration.ofDays(3).toNanos() / 1_000;
                    case 3, 4 -> random.nextLong(3_600_000_000L);
                    default -> random.nextLong(4_000_000);
                };
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static Purchase later(Purchase purchase, Card card, Duration passed) {
        return new Purchase(
                card.id().toString(),
                "account",
                purchase.amount(),
                purchase.at().plus(passed),
                purchase.merchant(),
                purchase.acceptance());
    }

    private void shift(Card card, Duration step) {
        String older = " - interval '" + step.toNanos() / 1_000 + " microseconds' WHERE account_id = '"
                + AccountId.of(card.account()).value() + "'";
        database.execute("UPDATE velocity_use SET at = at" + older);
        database.execute("UPDATE velocity_counter SET since = since" + older);
        // In two steps, so that no bucket comes to lie on another that has not been moved yet.
        database.execute("UPDATE velocity_bucket SET at = at + interval '1000 years'"
                + older.substring(older.indexOf(" WHERE")));
        database.execute("UPDATE velocity_bucket SET at = at - interval '1000 years'" + older);
    }

    /** To the microsecond, by setting the time that the statement takes for the batch's. */
    @Test
    void endToTheMicrosecond() {
        Card card = card("edge");
        activate(card, List.of(limit("minute", Duration.ofMinutes(1), 100, 1_000)));
        Instant spent =
                Await.on(here.spend(card, UUID.randomUUID(), 5)).purchase().at();
        Counter counter = counter(Duration.ofMinutes(1));

        assertThat(figures(card, counter, spent)).isEqualTo(new Tally(1, 5));
        assertThat(figures(card, counter, spent.plusSeconds(60).minusNanos(1_000)))
                .isEqualTo(new Tally(1, 5));
        assertThat(figures(card, counter, spent.plusSeconds(60))).isEqualTo(Tally.ZERO);
        assertThat(figures(card, counter, spent.minusSeconds(60))).isEqualTo(new Tally(1, 5));
    }

    @Test
    void areStoredWhereADeclineHadToGoFar() {
        Card card = card("far");
        activate(card, List.of(limit("minute", Duration.ofMinutes(1), 200, 100)));
        for (int i = 0; i < 100; i++) {
            Await.on(here.spend(card, UUID.randomUUID(), 1));
        }
        database.execute("UPDATE velocity_counter SET since = NULL WHERE account_id = '"
                + AccountId.of(card.account()).value() + "'");

        assertThat(Await.on(here.spend(card, UUID.randomUUID(), 1)).declined()).isTrue();

        assertThat(database.queryText("SELECT buckets || '/' || count || '/' || minor || '/' || (since IS NOT NULL)"
                        + " FROM velocity_counter WHERE account_id = '"
                        + AccountId.of(card.account()).value() + "'"))
                .isEqualTo("100/100/100/true");
    }

    /** What the statement that lanes load by says of the card's counter at this instant. */
    private Tally figures(Card card, Counter counter, Instant now) {
        AccountId account = AccountId.of(card.account());
        Tuple parameters = Tuple.of(
                        new Short[] {account.bucket()}, new UUID[] {account.value()}, new UUID[] {card.id()})
                .addValue(new Short[0])
                .addValue(new UUID[0])
                .addValue(new UUID[0])
                .addValue(new UUID[0])
                .addValue(new UUID[0]);
        PgConnection connection = Await.on(new Connections(vertx, database.url()).openForLane());
        try {
            Await.on(connection.query("BEGIN").execute());
            Await.on(connection
                    .preparedQuery("SELECT set_config('holdfast.now', ($1::timestamptz)::text, true)")
                    .execute(Tuple.of(now.atOffset(ZoneOffset.UTC))));
            Map<UUID, Tally> figures = Await.on(connection
                    .preparedQuery(ControlStore.READ)
                    .execute(parameters)
                    .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                            .filter(row -> row.getInteger(0) == 1)
                            .collect(Collectors.toMap(
                                    (Row row) -> row.getUUID(3), row -> new Tally(row.getLong(6), row.getLong(7))))));
            return figures.getOrDefault(CounterJson.id(CounterJson.write(counter)), Tally.ZERO);
        } finally {
            Await.on(connection.close());
        }
    }

    private Card card(String account) {
        engine.open(account);
        return new Card(engine.key(account), UUID.randomUUID());
    }

    private ControlSet activate(Card card, List<Rule> rules) {
        String name = card.account().ref();
        ControlVersion version = new ControlVersion(name, 1);
        Controls controls = engine.engine().controls();
        Await.on(controls.draft(engine.tenantId(), name, rules));
        Await.on(controls.shadow(engine.tenantId(), version));
        Await.on(controls.activate(engine.tenantId(), version));
        Await.on(engine.engine().controlAssignments().assign(card.account(), null, name));
        return new ControlSet(version, ControlStatus.ACTIVE, rules);
    }

    private static List<Rule> rules(long count, long minor) {
        return List.of(
                limit("seconds", Duration.ofSeconds(10), 4, minor),
                limit("hour", Duration.ofHours(1), count, 100),
                limit("month", Duration.ofDays(31), 100, minor));
    }

    private static Rule limit(String name, Duration length, long count, long minor) {
        return new Rule.VelocityLimit(name, counter(length), count, minor);
    }

    private static Counter counter(Duration length) {
        return new Counter(Scope.CARD, new Window.Sliding(length), PHP, Set.of());
    }
}
