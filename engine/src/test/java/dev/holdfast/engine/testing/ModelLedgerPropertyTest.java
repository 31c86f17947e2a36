package dev.holdfast.engine.testing;

import dev.holdfast.engine.testing.Answer.Verdict;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the random sequences go where the dangers are. */
class ModelLedgerPropertyTest {

    @Property(tries = 300)
    void sequencesReachEveryOutcome(@ForAll("sequences") List<Step> steps) {
        ModelLedger model = new ModelLedger();
        for (Step step : steps) {
            Object answer = step.playOn(model);
            String label = answer instanceof Answer given ? given.toText() : answer.toString();
            Statistics.label("answers").collect(label);
            if (answer instanceof Answer given
                    && given.verdict() == Verdict.APPLIED
                    && step instanceof Step.Apply apply) {
                Statistics.label("applied").collect(apply.request().operation());
            }
        }
        assertThat(model.holds().values()).allMatch(hold -> hold.remaining() >= 0);
        Statistics.label("answers")
                .coverage(
                        coverage -> ANSWERS.forEach(text -> coverage.check(text).count(count -> count > 0)));
    }

    private static final List<String> ANSWERS = List.of(
            "applied",
            "replayed applied",
            "key_reused",
            "refused account_not_found",
            "refused account_inactive",
            "refused balance_ref_not_found",
            "refused hold_not_found",
            "refused currency_mismatch",
            "refused hold_closed",
            "refused hold_amount_exceeded",
            "refused insufficient_balance",
            "refused balance_limit_exceeded",
            "replayed refused hold_closed",
            "replayed refused insufficient_balance");

    @Provide
    Arbitrary<List<Step>> sequences() {
        return LedgerSequences.sequences(120);
    }
}
