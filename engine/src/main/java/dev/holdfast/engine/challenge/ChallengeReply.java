package dev.holdfast.engine.challenge;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What the tenant says of an OOB challenge, with the references by which the challenge was told.
 *
 * @param reason for the record, at most 200 characters; null if the tenant gave none
 */
public record ChallengeReply(
        ChallengeId id,
        Names names,
        ChallengeAnswer answer,
        @Nullable String reason) {

    public static final int MAX_REASON = 200;

    /** Must be those of the challenge. */
    public record Names(UUID card, String accountRef, String customerRef) {

        static Names of(Challenge challenge) {
            ChallengeRequest.Holder holder = challenge.request().holder();
            return new Names(holder.card(), holder.account().ref(), holder.customerRef());
        }
    }

    /** @throws IllegalArgumentException if the reason is too long */
    public ChallengeReply {
        if (reason != null && reason.codePointCount(0, reason.length()) > MAX_REASON) {
            throw new IllegalArgumentException("a reason has at most " + MAX_REASON + " characters");
        }
    }
}
