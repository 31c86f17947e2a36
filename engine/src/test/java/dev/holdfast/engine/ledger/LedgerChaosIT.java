package dev.holdfast.engine.ledger;

import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.testing.Answer;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.EngineLedger;
import dev.holdfast.engine.testing.LedgerSequences;
import dev.holdfast.engine.testing.LedgerSequences.Recipe;
import dev.holdfast.engine.testing.ModelLedger;
import dev.holdfast.engine.testing.Step;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.UnreliableProxy;
import io.vertx.core.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random sequences on an engine whose connections break at random, in mid-commit more often than not. Callers send each
 * request again, under its key, until they have an answer; and then every answer and balance must be the model's.
 */
class LedgerChaosIT {

    private static final int AT_ONCE = 20;

    private static final LaneOptions TWO_LANES =
            new LaneOptions(2, 4096, 512, Duration.ofSeconds(10), Duration.ofSeconds(30));

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void everyAnswerIsTheModelsThoughConnectionsBreakInMidCommit(
            @ForAll("recipes") List<Recipe> recipes, @ForAll long seed) {
        try (TestDatabase database = TestDatabase.migrated();
                TestEngine direct = TestEngine.start(database.url());
                UnreliableProxy proxy = new UnreliableProxy(database.url(), seed)) {
            try (TestEngine engine = startThrough(proxy)) {
                play(recipes, engine);
                assertThat(proxy.cuts()).isPositive();
                proxy.settleDown();
                Await.until("every lane is connected", () -> engine.engine().ready());
            }
            direct.assertVerifies();
        }
    }

    /** The first connections may be cut, too, which the start does not hide. */
    private static TestEngine startThrough(UnreliableProxy proxy) {
        List<TestEngine> started = new ArrayList<>();
        Await.until("the engine has started", () -> {
            try {
                started.add(TestEngine.start(proxy.url(), TWO_LANES));
                return true;
            } catch (RuntimeException cut) {
                return false;
            }
        });
        return started.get(0);
    }

    private static void play(List<Recipe> recipes, TestEngine engine) {
        EngineLedger ledger = new EngineLedger(engine.engine());
        List<List<Step>> sequences = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> recipes.get(i).on(engine.tenantId(), "s" + i + "-"))
                .toList();
        List<Future<List<Object>>> answers =
                sequences.stream().map(steps -> playAll(ledger, steps)).toList();
        for (int i = 0; i < AT_ONCE; i++) {
            List<Object> actual = Await.on(answers.get(i));
            ModelLedger model = new ModelLedger();
            for (int step = 0; step < actual.size(); step++) {
                Step played = sequences.get(i).get(step);
                assertThat(firstTime(actual.get(step))).as("%s", played).isEqualTo(firstTime(played.playOn(model)));
            }
        }
    }

    /** A repeat after a break is told as a replay: the same answer, which is all that can be asked. */
    private static Object firstTime(Object answer) {
        return answer instanceof Answer given && given.replayed()
                ? new Answer(given.verdict(), given.reason(), false, given.figures())
                : answer;
    }

    private static Future<List<Object>> playAll(EngineLedger ledger, List<Step> steps) {
        List<Object> answers = new ArrayList<>();
        Future<?> last = Future.succeededFuture();
        for (Step step : steps) {
            last = last.compose(before -> untilAnswered(ledger, step)).onSuccess(answers::add);
        }
        return last.map(all -> answers);
    }

    private static Future<?> untilAnswered(EngineLedger ledger, Step step) {
        return ledger.playLater(step)
                .map(answer -> (Object) answer)
                .recover(cause -> cause instanceof Failure failure && failure.kind() != Failure.Kind.DEFECT
                        ? untilAnswered(ledger, step).map(answer -> (Object) answer)
                        : Future.failedFuture(cause));
    }

    @Provide
    Arbitrary<List<Recipe>> recipes() {
        return LedgerSequences.recipes(30).list().ofSize(AT_ONCE);
    }
}
