package dev.holdfast.engine.challenge;

import java.time.Instant;

/**
 * A challenge as it stands. Nothing in it tells of the code.
 *
 * @param createdAt database time
 */
public record Challenge(
        ChallengeId id,
        ChallengeRequest request,
        ChallengeProgress progress,
        MaskedContacts contacts,
        Instant createdAt) {

    Challenge with(ChallengeProgress other) {
        return new Challenge(id, request, other, contacts, createdAt);
    }
}
