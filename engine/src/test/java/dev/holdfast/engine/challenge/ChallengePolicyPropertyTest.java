package dev.holdfast.engine.challenge;

import dev.holdfast.engine.challenge.ChallengePolicy.Verdict;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of states and the policy do, in any order of events, what the model does. */
class ChallengePolicyPropertyTest {

    private static final ChallengeLimits LIMITS = ChallengeLimits.DEFAULTS;
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private final ChallengePolicy policy = new ChallengePolicy(LIMITS);

    @Property
    void doesWhatTheModelDoes(@ForAll ChallengeMethod method, @ForAll("stories") List<ChallengeStep> story) {
        ModelChallenge model = new ModelChallenge(method, LIMITS);
        Told told = new Told(ChallengeProgress.begin(method, START, LIMITS), START);
        for (ChallengeStep step : story) {
            String expected = step.on(model);
            told.take(step);

            assertThat(told.refusal).as("%s", step).isEqualTo(expected);
            assertThat(told).as("%s", step).hasToString(model.toString());
        }
    }

    @Property
    void neverLeavesATerminalStateAndNeverTakesMoreThanItsLimits(
            @ForAll ChallengeMethod method, @ForAll("stories") List<ChallengeStep> story) {
        Told told = new Told(ChallengeProgress.begin(method, START, LIMITS), START);
        List<ChallengeState> ends = new ArrayList<>();
        for (ChallengeStep step : story) {
            told.take(step);
            ChallengeState state = told.now().state();
            if (!state.isOpen() && !ends.contains(state)) {
                ends.add(state);
            }
        }

        assertThat(ends).hasSizeLessThanOrEqualTo(1);
        assertThat(told.now().attempts()).isLessThanOrEqualTo(LIMITS.attempts());
        assertThat(told.now().codes()).isLessThanOrEqualTo(1 + LIMITS.resends());
    }

    @Provide
    Arbitrary<List<ChallengeStep>> stories() {
        return ChallengeStep.stories(1, 29, 30, 31, 100, 270);
    }

    /** The policy, told the same story. */
    private final class Told {

        private ChallengeProgress progress;
        private Instant now;
        private String refusal = "";

        Told(ChallengeProgress progress, Instant now) {
            this.progress = progress;
            this.now = now;
        }

        void take(ChallengeStep step) {
            refusal = "";
            switch (step.kind()) {
                case WAIT -> now = now.plusSeconds(step.seconds());
                case TAKEN -> progress = policy.told(progress, true, now);
                case NOT_TAKEN -> progress = policy.told(progress, false, now);
                case PENDING, APPROVED, DECLINED, CANCELLED ->
                    keep(policy.answered(
                            progress, ChallengeAnswer.valueOf(step.kind().name()), now));
                case RIGHT -> type(true);
                case WRONG -> type(false);
                case RESEND -> keep(policy.renewed(progress, now));
            }
        }

        private void type(boolean right) {
            keep(policy.counted(progress, now));
            if (refusal.isEmpty()) {
                keep(policy.compared(progress, right, now));
            }
        }

        private void keep(Verdict verdict) {
            progress = verdict.next();
            refusal = wordOf(verdict.refusal());
        }

        ChallengeProgress now() {
            return policy.at(progress, now);
        }

        @Override
        public String toString() {
            return now().state().label() + ", typed " + now().attempts() + ", codes " + now().codes();
        }
    }

    static String wordOf(@Nullable ChallengeRefusal refusal) {
        return refusal == null ? "" : refusal.name().toLowerCase(Locale.ROOT);
    }
}
