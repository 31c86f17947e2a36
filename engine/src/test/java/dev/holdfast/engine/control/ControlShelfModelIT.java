package dev.holdfast.engine.control;

import dev.holdfast.engine.control.ControlledLanes.Card;
import dev.holdfast.engine.control.ControlledLanes.Decided;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import static dev.holdfast.engine.testing.TestEngine.PHP;
import static org.assertj.core.api.Assertions.assertThat;

/** What lanes and the database make of a random sequence is what the pure counters make of it, decision by decision. */
@TestInstance(Lifecycle.PER_CLASS)
class ControlShelfModelIT {

    private static final int ROUNDS = 60;
    private static final int MESSAGES = 120;

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final ControlledLanes here = new ControlledLanes(database.url(), LaneOptions.DEFAULTS);
    private final ControlledLanes there = new ControlledLanes(database.url(), LaneLimits.oneLane());

    /** An operation that is under way, and how the model takes it. */
    private record Step(Future<?> future, Runnable onModel) {}

    private static final class Model {
        private final ControlSet set;
        private final Velocity velocity = new Velocity();
        private final Set<UUID> counted = new HashSet<>();

        Model(ControlSet set) {
            this.set = set;
        }

        void spend(UUID message, Card card, Decided decided) {
            Purchase asked = decided.purchase();
            Purchase purchase = new Purchase(
                    card.id().toString(), "account", asked.amount(), asked.at(), asked.merchant(), asked.acceptance());
            assertThat(decided.decision()).isEqualTo(ControlPolicy.decide(List.of(set), purchase, velocity));
            if (!decided.declined()) {
                counted.add(message);
                velocity.consume(
                        message.toString(),
                        purchase.at(),
                        Tally.ofPurchase(purchase.amount().minor()),
                        ControlPolicy.counters(List.of(set), purchase));
            }
        }
    }

    @AfterAll
    void stop() {
        here.close();
        there.close();
        engine.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheModel(long seed) {
        Random random = new Random(seed);
        String name = "model" + seed;
        engine.open(name);
        List<Card> cards =
                List.of(new Card(engine.key(name), new UUID(seed, 1)), new Card(engine.key(name), new UUID(seed, 2)));
        Model model = new Model(activate(name));
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(new UUID(seed, i));
        }
        for (int round = 0; round < ROUNDS; round++) {
            ControlledLanes lanes = random.nextBoolean() ? here : there;
            List<Step> steps = new ArrayList<>();
            Set<UUID> inRound = new HashSet<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                UUID message = messages.get(random.nextInt(MESSAGES));
                if (inRound.add(message)) {
                    steps.add(step(
                            random, lanes, model, cards.get((int) (message.getLeastSignificantBits() % 2)), message));
                }
            }
            // One account is one lane: what was sent first is decided first.
            for (Step step : steps) {
                Await.on(step.future());
                step.onModel().run();
            }
        }
    }

    private static Step step(Random random, ControlledLanes lanes, Model model, Card card, UUID message) {
        long minor = random.nextLong(0, 60);
        switch (random.nextInt(4)) {
            case 0 -> {
                return new Step(
                        lanes.giveBack(card, message, minor), () -> model.velocity.giveBack(message.toString(), minor));
            }
            case 1 -> {
                return new Step(lanes.giveBackAll(card, message), () -> model.velocity.giveBackAll(message.toString()));
            }
            default -> {
                if (model.counted.contains(message)) {
                    return new Step(Future.succeededFuture(), () -> {});
                }
                Future<Decided> decided = lanes.spend(card, message, minor);
                return new Step(decided, () -> model.spend(message, card, decided.result()));
            }
        }
    }

    private ControlSet activate(String name) {
        ZoneId zone = ZoneId.of("Asia/Singapore");
        List<Rule> rules = List.of(
                limit("hour", Scope.CARD, new Window.Sliding(Duration.ofHours(1)), 14, 600),
                limit("day", Scope.ACCOUNT, new Window.Calendar(Period.DAY, zone), 25, 900),
                limit("year", Scope.CARD, new Window.Calendar(Period.YEAR, zone), 30, 800));
        ControlVersion version = new ControlVersion(name, 1);
        Controls controls = engine.engine().controls();
        Await.on(controls.draft(engine.tenantId(), name, rules));
        Await.on(controls.shadow(engine.tenantId(), version));
        Await.on(controls.activate(engine.tenantId(), version));
        Await.on(engine.engine().controlAssignments().assign(engine.key(name), null, name));
        return new ControlSet(version, ControlStatus.ACTIVE, rules);
    }

    private static Rule limit(String name, Scope scope, Window window, long count, long minor) {
        return new Rule.VelocityLimit(name, new Counter(scope, window, PHP, Set.of()), count, minor);
    }
}
