package dev.holdfast.engine.challenge;

/** What the tenant says of an OOB challenge. */
public enum ChallengeAnswer {
    PENDING(ChallengeEvent.ANSWER_PENDING),
    APPROVED(ChallengeEvent.ANSWER_APPROVED),
    DECLINED(ChallengeEvent.ANSWER_DECLINED),
    CANCELLED(ChallengeEvent.ANSWER_CANCELLED);

    private final ChallengeEvent event;

    ChallengeAnswer(ChallengeEvent event) {
        this.event = event;
    }

    ChallengeEvent event() {
        return event;
    }
}
