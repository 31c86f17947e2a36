package dev.holdfast.engine.program;

/** What the network gets when no decision could be reached in time. Nothing is approved in any case. */
public enum Fallback {
    /** Issuer unavailable (DE39 91): the network may decide in our stead. */
    DECLINE_91,
    /** System malfunction (DE39 96). */
    DECLINE_96,
    /** Nothing: the network's own timer runs out, and it decides in our stead. */
    SILENCE
}
