package dev.holdfast.engine.challenge;

import java.util.Locale;

/** Why a step of a challenge was refused. The wire code is the name in lower case. */
public enum ChallengeRefusal {
    NOT_FOUND("no challenge has this id and these references"),
    KEY_REUSED("the key belongs to another challenge of the account"),
    TOO_MANY_OF_CARD("the card has as many challenges as it may have in an hour"),
    TOO_MANY_OF_ACCOUNT("the account has as many challenges as it may have in an hour"),
    OTHER_METHOD("a challenge of the other method is answered in this way"),
    ALREADY_DECIDED("the challenge has another result"),
    EXPIRED("the challenge has expired"),
    WRONG_CODE("the code is wrong"),
    ATTEMPTS_EXCEEDED("the code is wrong, or no attempts are left"),
    TOO_SOON("the last code was sent a moment ago"),
    NO_CODES_LEFT("as many codes were sent as may be"),
    NOT_DELIVERED("the tenant has not taken the new code; the one before is not valid any more");

    private final String message;

    ChallengeRefusal(String message) {
        this.message = message;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String message() {
        return message;
    }
}
