package dev.holdfast.engine.payment;

/**
 * The money of one payment, in minor units: what the customer's balance has given up for it, and got back.
 *
 * @param held set aside, not spent
 * @param charged spent
 * @param refunded given back by refunds
 */
public record Position(long held, long charged, long refunded) {

    public static final Position NONE = new Position(0, 0, 0);

    public Position {
        if (held < 0 || charged < 0 || refunded < 0) {
            throw new IllegalArgumentException("a negative position");
        }
    }

    /** By how much the payment has changed what the customer may spend. */
    public long effectOnAvailable() {
        return Math.subtractExact(refunded, Math.addExact(held, charged));
    }
}
