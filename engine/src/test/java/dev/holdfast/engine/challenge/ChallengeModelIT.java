package dev.holdfast.engine.challenge;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.challenge.ChallengeStore.Named;
import dev.holdfast.engine.challenge.ChallengeStore.Start;
import dev.holdfast.engine.testing.Await;
import io.vertx.core.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

import java.util.List;

import static dev.holdfast.engine.challenge.ChallengeRig.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/** The statements do, in any order of events, what the model does: the conditions in SQL are the policy's. */
class ChallengeModelIT {

    private static final String FIRST_CODE = "123456";
    private static final ChallengeRig RIG = new ChallengeRig();

    @AfterContainer
    static void stop() {
        RIG.close();
    }

    @Property(tries = 60)
    void doesWhatTheModelDoes(@ForAll ChallengeMethod method, @ForAll("stories") List<ChallengeStep> story) {
        ModelChallenge model = new ModelChallenge(method, ChallengeLimits.DEFAULTS);
        Story told = new Story(method);
        for (ChallengeStep step : story) {
            String expected = step.on(model);
            if (step.kind() == ChallengeStep.Kind.RESEND && expected.isEmpty()) {
                model.told(true);
            }

            assertThat(told.take(step)).as("%s", step).isEqualTo(expected);
            assertThat(told).as("%s", step).hasToString(model.toString());
        }
    }

    /** Ten seconds or more from each bound, or on it: what the statements themselves take does not matter. */
    @Provide
    Arbitrary<List<ChallengeStep>> stories() {
        return ChallengeStep.stories(10, 30, 100, 270);
    }

    /** The database, told the same story. */
    private static final class Story {

        private final Challenge challenge;
        private final Named named;

        Story(ChallengeMethod method) {
            ChallengeRequest request = RIG.request(method);
            ChallengeId id = ChallengeId.draw(AccountId.of(request.holder().account()));
            challenge = ChallengeRig.done(
                    RIG.store().start(new Start(id, request, digest(method, id)), ChallengeLimits.DEFAULTS));
            named = Named.of(challenge);
        }

        private @Nullable CodeDigest digest(ChallengeMethod method, ChallengeId id) {
            if (method == ChallengeMethod.OOB) {
                return null;
            }
            return RIG.codes().digest(id, Codes.read(FIRST_CODE).orElseThrow());
        }

        String take(ChallengeStep step) {
            switch (step.kind()) {
                case WAIT -> RIG.age(challenge.id(), step.seconds());
                case TAKEN -> Await.on(RIG.store().taken(named, told(), MaskedContacts.NONE));
                case NOT_TAKEN -> Await.on(RIG.store().fail(named, current().codes()));
                case PENDING, APPROVED, DECLINED, CANCELLED -> {
                    return word(RIG.answer(
                            challenge, ChallengeAnswer.valueOf(step.kind().name())));
                }
                case RIGHT -> {
                    return word(RIG.type(challenge.id(), lastCode()));
                }
                case WRONG -> {
                    return word(RIG.type(challenge.id(), lastCode().equals("000000") ? "000001" : "000000"));
                }
                case RESEND -> {
                    return word(RIG.challenges().resend(TENANT, challenge.id()));
                }
            }
            return "";
        }

        private String lastCode() {
            List<String> sent = RIG.delivery().codesOf(challenge.id());
            return sent.isEmpty() ? FIRST_CODE : sent.get(sent.size() - 1);
        }

        private ChallengeState told() {
            return challenge.request().method() == ChallengeMethod.OTP
                    ? ChallengeState.DELIVERED
                    : ChallengeState.NOTIFIED;
        }

        private static String word(Future<ChallengeOutcome> outcome) {
            return Await.on(outcome)
                    .fold(done -> "", refused -> refused.reason().code());
        }

        private ChallengeProgress current() {
            return Await.on(RIG.challenges().find(TENANT, challenge.id()))
                    .orElseThrow()
                    .progress();
        }

        @Override
        public String toString() {
            ChallengeProgress now = current();
            return now.state().label() + ", typed " + now.attempts() + ", codes " + now.codes();
        }
    }
}
