package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.control.ControlledLanes.Card;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.holdfast.engine.testing.TestEngine.PHP;

/**
 * Prints what controls cost, by rules and buckets: the decision alone, and through lanes on a PostgreSQL of its own, one
 * purchase at a time and 256 in flight on 50 cards. Run by hand: {@code java -cp <test class path>} and this class.
 */
public final class ControlTimings {

    private static final int CARDS = 50;
    private static final int IN_FLIGHT = 256;

    private ControlTimings() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        System.out.println("rules (of which limits)  buckets a counter  decide");
        for (int rules : new int[] {0, 10, 50}) {
            for (int buckets : new int[] {0, 100, 1_000}) {
                System.out.printf(
                        "%5d (%2d) %24d %11.1f us%n", rules, limits(rules), buckets, decideMicros(rules, buckets));
            }
        }
        System.out.println("rules (of which limits)  buckets a counter  one at a time   256 in flight");
        for (int rules : new int[] {0, 10, 50}) {
            for (int buckets : new int[] {0, 100, 1_000}) {
                throughLanes(rules, buckets);
            }
        }
    }

    private static int limits(int rules) {
        return Math.min(10, rules / 5);
    }

    private static List<Rule> rules(int rules) {
        List<Rule> list = new ArrayList<>();
        for (int i = 0; i < limits(rules); i++) {
            Window window = new Window.Sliding(Duration.ofHours(24L + i));
            list.add(new Rule.VelocityLimit(
                    "limit" + i, new Counter(Scope.CARD, window, PHP, Set.of()), null, 1L << 40));
        }
        while (list.size() < rules) {
            int i = list.size();
            list.add(new Rule.Block(
                    "block" + i, List.of(new Condition.MccIn(Set.of(new MccRange(7000 + i, 7010 + i))))));
        }
        return list;
    }

    private static double decideMicros(int rules, int buckets) {
        List<ControlSet> sets =
                List.of(new ControlSet(new ControlVersion("timed", 1), ControlStatus.ACTIVE, rules(rules)));
        Card card = new Card(new AccountKey(1, "account"), UUID.randomUUID());
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        Purchase purchase = ControlledLanes.purchase(card, 10, now);
        Velocity velocity = new Velocity();
        for (CounterKey key : ControlPolicy.counters(sets, purchase)) {
            for (int i = 0; i < buckets; i++) {
                velocity.load(new Bucket(key, now.minusSeconds(i), Tally.ofPurchase(1)));
            }
        }
        long best = Long.MAX_VALUE;
        int rounds = 200;
        for (int i = 0; i < 20; i++) {
            long started = System.nanoTime();
            for (int round = 0; round < rounds; round++) {
                if (ControlPolicy.decide(sets, purchase, velocity).declined()) {
                    throw new IllegalStateException("declined");
                }
            }
            best = Math.min(best, System.nanoTime() - started);
        }
        return best / 1e3 / rounds;
    }

    @SuppressWarnings("SystemOut")
    private static void throughLanes(int rules, int buckets) {
        try (TestDatabase database = TestDatabase.migrated();
                TestEngine engine = TestEngine.start(database.url());
                ControlledLanes lanes = new ControlledLanes(database.url(), LaneOptions.DEFAULTS)) {
            List<Card> cards = cards(engine, rules);
            cards.forEach(card -> Await.on(lanes.spend(card, UUID.randomUUID(), 1)));
            database.execute("INSERT INTO velocity_bucket SELECT bucket, account_id, card_id, counter_id,"
                    + " at - i * interval '10 seconds', 1, 1 FROM velocity_bucket, generate_series(1, "
                    + Math.max(0, buckets - 1) + ") AS i");
            database.execute("UPDATE velocity_counter SET since = NULL");
            database.execute("ANALYZE");
            run(lanes, cards, 100, 1);
            double one = run(lanes, cards, 100, 1);
            run(lanes, cards, 512, IN_FLIGHT);
            int many = 5_000;
            double rate = many / run(lanes, cards, many, IN_FLIGHT);
            System.out.printf(
                    "%5d (%2d) %24d %11.2f ms %11.0f /s%n", rules, limits(rules), buckets, one / 100 * 1e3, rate);
        }
    }

    private static List<Card> cards(TestEngine engine, int rules) {
        Controls controls = engine.engine().controls();
        ControlVersion version = new ControlVersion("timed", 1);
        Await.on(controls.draft(engine.tenantId(), "timed", rules(rules)));
        Await.on(controls.shadow(engine.tenantId(), version));
        Await.on(controls.activate(engine.tenantId(), version));
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < CARDS; i++) {
            engine.open("a" + i);
            cards.add(new Card(engine.key("a" + i), UUID.randomUUID()));
            if (rules > 0) {
                Await.on(
                        engine.engine().controlAssignments().assign(cards.get(i).account(), null, "timed"));
            }
        }
        return cards;
    }

    /** Seconds for so many purchases. */
    private static double run(ControlledLanes lanes, List<Card> cards, int count, int inFlight) {
        long started = System.nanoTime();
        Deque<Future<?>> underWay = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            if (underWay.size() == inFlight) {
                Await.on(underWay.remove());
            }
            underWay.add(lanes.spend(cards.get(i * 7 % CARDS), UUID.randomUUID(), 1));
        }
        underWay.forEach(Await::on);
        return (System.nanoTime() - started) / 1e9;
    }
}
