package dev.holdfast.simulator.network.card;

/** The state in which the issuer keeps a card, as far as the network can notice it. */
public enum CardCondition {
    ACTIVE,
    UNKNOWN,
    CLOSED,
    LOST,
    STOLEN,
    EXPIRED,
    NOT_ACTIVE,
    LOCKED
}
