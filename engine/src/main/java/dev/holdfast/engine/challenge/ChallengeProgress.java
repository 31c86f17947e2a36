package dev.holdfast.engine.challenge;

import java.time.Instant;

/**
 * The changing part of a challenge.
 *
 * @param attempts codes that were typed
 * @param codes codes that were made; 0 of an OOB challenge
 * @param lastCodeAt when the last code was made; of an OOB challenge, when it began
 * @param expiresAt from here on it is over; database time, as all times
 */
public record ChallengeProgress(
        ChallengeMethod method, ChallengeState state, int attempts, int codes, Instant lastCodeAt, Instant expiresAt) {

    /** A challenge that begins. */
    static ChallengeProgress begin(ChallengeMethod method, Instant now, ChallengeLimits limits) {
        int codes = method == ChallengeMethod.OTP ? 1 : 0;
        return new ChallengeProgress(method, ChallengeState.CREATED, 0, codes, now, now.plus(limits.lifetime()));
    }

    ChallengeProgress in(ChallengeState other) {
        return new ChallengeProgress(method, other, attempts, codes, lastCodeAt, expiresAt);
    }

    ChallengeProgress withAttempt() {
        return new ChallengeProgress(method, state, attempts + 1, codes, lastCodeAt, expiresAt);
    }

    ChallengeProgress withCodeAt(Instant now) {
        return new ChallengeProgress(method, state, attempts, codes + 1, now, expiresAt);
    }
}
