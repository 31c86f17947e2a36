package dev.holdfast.engine.control;

/** What happened once, as a backtest sees it. */
public sealed interface PastEvent {

    /**
     * A purchase and what became of it.
     *
     * @param message its identity, which a reversal quotes
     */
    record Bought(String message, Purchase purchase, PastOutcome outcome) implements PastEvent {}

    /**
     * A part of a purchase was given back.
     *
     * @param message the purchase's identity
     * @param minor minor units of its billing currency
     */
    record PartReversed(String message, long minor) implements PastEvent {}

    /**
     * A purchase was given back.
     *
     * @param message the purchase's identity
     */
    record Reversed(String message) implements PastEvent {}
}
