package dev.holdfast.engine.payment;

/**
 * The money of one payment, in minor units: what the customer's balance has given up for it, and got back.
 *
 * @param held set aside, not spent
 * @param charged spent
 * @param refunded given back by refunds
 * @param adjusted what disputes and fees have given the customer; below zero what they have taken
 */
public record Position(long held, long charged, long refunded, long adjusted) {

    public static final Position NONE = new Position(0, 0, 0, 0);

    public Position {
        if (held < 0 || charged < 0 || refunded < 0) {
            throw new IllegalArgumentException("a negative position");
        }
    }

    /** Of two payments together. */
    public Position plus(Position other) {
        return new Position(
                Math.addExact(held, other.held),
                Math.addExact(charged, other.charged),
                Math.addExact(refunded, other.refunded),
                Math.addExact(adjusted, other.adjusted));
    }

    /** By how much the payment has changed what the customer may spend. */
    public long effectOnAvailable() {
        return Math.subtractExact(Math.addExact(refunded, adjusted), Math.addExact(held, charged));
    }

    /** What the customer has paid in all, in minor units; below zero if more was given than taken. */
    public long settled() {
        return Math.subtractExact(charged, Math.addExact(refunded, adjusted));
    }
}
