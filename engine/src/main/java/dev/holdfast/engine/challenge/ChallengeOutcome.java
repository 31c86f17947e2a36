package dev.holdfast.engine.challenge;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** What came of a step of a challenge. */
public sealed interface ChallengeOutcome {

    /**
     * @param challenge as it is now
     * @param replayed whether the step had been done before
     */
    record Done(Challenge challenge, boolean replayed) implements ChallengeOutcome {}

    /** @param challenge as it is now; null if there is none, or none that the caller may see */
    record Refused(ChallengeRefusal reason, @Nullable Challenge challenge) implements ChallengeOutcome {}

    default <T> T fold(Function<Done, T> whenDone, Function<Refused, T> whenRefused) {
        return this instanceof Done done ? whenDone.apply(done) : whenRefused.apply((Refused) this);
    }
}
