package dev.holdfast.engine.challenge;

/** What can happen to a challenge. */
public enum ChallengeEvent {
    /** The tenant has taken the notification. */
    TENANT_NOTIFIED,
    /** The tenant has sent the code. */
    CODE_DELIVERED,
    /** The tenant could not be told. */
    UNDELIVERABLE,
    /** The tenant says that nothing is decided yet. */
    ANSWER_PENDING,
    ANSWER_APPROVED,
    ANSWER_DECLINED,
    ANSWER_CANCELLED,
    /** A new code has replaced the one before. */
    CODE_RENEWED,
    RIGHT_CODE,
    /** A wrong code, and attempts are left. */
    WRONG_CODE,
    LAST_WRONG_CODE,
    TIME_OVER
}
