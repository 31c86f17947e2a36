package dev.holdfast.engine.ledger;

import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.EngineLedger;
import dev.holdfast.engine.testing.LedgerSequences;
import dev.holdfast.engine.testing.LedgerSequences.Recipe;
import dev.holdfast.engine.testing.ModelLedger;
import dev.holdfast.engine.testing.Step;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Random sequences on the whole engine, many at once so that they share batches, against the model. */
class LedgerSequenceIT {

    private static final int AT_ONCE = 40;

    /** One database per run: what a failure leaves behind is that run's alone. */
    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void manySequencesAtOnceAnswerAsTheModelDoes(@ForAll("recipes") List<Recipe> recipes) {
        try (TestDatabase database = TestDatabase.migrated();
                TestEngine engine = TestEngine.start(database.url())) {
            EngineLedger ledger = new EngineLedger(engine.engine());
            List<List<Step>> sequences = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> recipes.get(i).on(engine.tenantId(), "s" + i + "-"))
                    .toList();

            List<Future<List<Object>>> answers =
                    sequences.stream().map(steps -> play(ledger, steps)).toList();

            for (int i = 0; i < AT_ONCE; i++) {
                compare(sequences.get(i), Await.on(answers.get(i)), ledger);
            }
            engine.assertVerifies();
        }
    }

    private static void compare(List<Step> steps, List<Object> answers, EngineLedger ledger) {
        ModelLedger model = new ModelLedger();
        for (int i = 0; i < steps.size(); i++) {
            assertThat(answers.get(i))
                    .as("%s", steps.get(i))
                    .isEqualTo(steps.get(i).playOn(model));
        }
        model.accounts()
                .forEach(account ->
                        assertThat(Await.on(ledger.standings(account.key()))).isEqualTo(account.standings()));
    }

    /** One step of a sequence after the other; the batches are shared with the other sequences' steps. */
    private static Future<List<Object>> play(EngineLedger ledger, List<Step> steps) {
        List<Object> answers = new ArrayList<>();
        Future<?> last = Future.succeededFuture();
        for (Step step : steps) {
            last = last.compose(before -> ledger.playLater(step)).onSuccess(answers::add);
        }
        return last.map(all -> answers);
    }

    @Provide
    Arbitrary<List<Recipe>> recipes() {
        return LedgerSequences.recipes(60).list().ofSize(AT_ONCE);
    }
}
