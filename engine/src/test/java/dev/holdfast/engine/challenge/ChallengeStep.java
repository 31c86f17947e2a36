package dev.holdfast.engine.challenge;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.util.List;

/**
 * One thing that happens in a random story of a challenge.
 *
 * @param seconds how long to wait, or 0
 */
record ChallengeStep(Kind kind, int seconds) {

    enum Kind {
        WAIT,
        TAKEN,
        NOT_TAKEN,
        PENDING,
        APPROVED,
        DECLINED,
        CANCELLED,
        RIGHT,
        WRONG,
        RESEND
    }

    /** Stories with such waits, in seconds. The pause between two codes is 30 seconds, the end is at 300. */
    static Arbitrary<List<ChallengeStep>> stories(Integer... seconds) {
        Arbitrary<ChallengeStep> waits = Arbitraries.of(seconds).map(wait -> new ChallengeStep(Kind.WAIT, wait));
        Arbitrary<ChallengeStep> others =
                Arbitraries.of(Kind.class).filter(kind -> kind != Kind.WAIT).map(kind -> new ChallengeStep(kind, 0));
        Arbitrary<ChallengeStep> codes =
                Arbitraries.of(Kind.WRONG, Kind.RESEND).map(kind -> new ChallengeStep(kind, 0));
        return Arbitraries.oneOf(waits, others, codes).list().ofMaxSize(25);
    }

    /** What the model says to it: a refusal, or an empty word. */
    String on(ModelChallenge model) {
        return switch (kind) {
            case WAIT -> {
                model.pass(seconds);
                yield "";
            }
            case TAKEN -> model.told(true);
            case NOT_TAKEN -> model.told(false);
            case PENDING -> model.answer("pending");
            case APPROVED -> model.answer("approved");
            case DECLINED -> model.answer("declined");
            case CANCELLED -> model.answer("cancelled");
            case RIGHT -> model.type(true);
            case WRONG -> model.type(false);
            case RESEND -> model.resend();
        };
    }
}
