package dev.holdfast.engine.challenge;

import dev.holdfast.engine.json.JsonPlace;

/** How far a challenge has come. */
public enum ChallengeState {
    /** Written down; the tenant is being told. */
    CREATED(true),
    /** The tenant has taken it, and asks the cardholder. */
    NOTIFIED(true),
    /** The tenant has sent the code. */
    DELIVERED(true),
    APPROVED(false),
    DECLINED(false),
    /** The cardholder has given up. */
    CANCELLED(false),
    /** Nobody has decided in time. */
    EXPIRED(false),
    /** The last attempt was a wrong code, too. */
    ATTEMPTS_EXCEEDED(false),
    /** The tenant could not be told. */
    FAILED(false);

    private final boolean open;

    ChallengeState(boolean open) {
        this.open = open;
    }

    /** Whether it can still change. */
    public boolean isOpen() {
        return open;
    }

    /** The name in texts and in the database. */
    public String label() {
        return JsonPlace.label(this);
    }
}
