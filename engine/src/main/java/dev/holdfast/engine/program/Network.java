package dev.holdfast.engine.program;

/** In whose style a card network speaks. */
public enum Network {
    MASTERCARD,
    VISA,
    /** Any other, and messages that came by another way than a network's link. */
    OTHER
}
