package dev.holdfast.engine.challenge;

import dev.holdfast.engine.json.JsonPlace;

/** How the cardholder is asked. */
public enum ChallengeMethod {
    /** Out of band: by the tenant's app, which tells the result. */
    OOB,
    /** By a code of one use, which the tenant sends and the cardholder types. */
    OTP;

    /** The name in texts and in the database. */
    public String label() {
        return JsonPlace.label(this);
    }
}
