package dev.holdfast.simulator.network.host;

/** A mistake that an issuer could make. */
public enum Mutation {
    NONE,
    FORGETS_TO_RELEASE,
    DOUBLES_ON_REPEAT,
    APPROVES_WHAT_WAS_REVERSED,
    APPROVES_WITHOUT_HOLDING,
    HOLDS_AND_DECLINES,
    TAKES_NEW_TOTAL_FOR_REVERSED_AMOUNT,
    KEEPS_WHAT_CAME_TOO_LATE,
    CAPTURES_BESIDE_THE_HOLD,
    ANSWERS_ADVICES_WITH_DECLINES
}
