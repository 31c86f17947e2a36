package dev.holdfast.engine.control;

/**
 * A count and an amount.
 *
 * @param count purchases
 * @param minor minor units of the counter's currency
 */
public record Tally(long count, long minor) {

    public static final Tally ZERO = new Tally(0, 0);

    public static Tally ofPurchase(long minor) {
        return new Tally(1, minor);
    }

    /** An increment spends more on a purchase that has been counted. */
    public static Tally ofIncrement(long minor) {
        return new Tally(0, minor);
    }

    Tally plus(Tally other) {
        return new Tally(Math.addExact(count, other.count), Math.addExact(minor, other.minor));
    }

    Tally minus(Tally other) {
        return new Tally(Math.subtractExact(count, other.count), Math.subtractExact(minor, other.minor));
    }
}
