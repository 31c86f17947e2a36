package dev.holdfast.ledgerapi.delivery;

import java.util.Optional;

/** Where each tenant takes challenges. */
@FunctionalInterface
public interface ChallengeTargets {

    /** Empty if the tenant takes none. Answers at once, from memory. */
    Optional<ChallengeTarget> of(int tenant);
}
