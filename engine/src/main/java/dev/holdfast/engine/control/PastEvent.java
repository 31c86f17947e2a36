package dev.holdfast.engine.control;

/** What happened once, as a backtest sees it. */
public sealed interface PastEvent {

    /**
     * A purchase and what became of it.
     *
     * @param message its identity, which a reversal quotes
     * @param counts what it counts if it passes: less than its amount where less was approved, and no purchase where it
     *     adds to an earlier one
     */
    record Bought(String message, Purchase purchase, PastOutcome outcome, Tally counts) implements PastEvent {

        /** A purchase of its own, of the whole amount. */
        public Bought(String message, Purchase purchase, PastOutcome outcome) {
            this(message, purchase, outcome, Tally.ofPurchase(purchase.amount().minor()));
        }
    }

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
