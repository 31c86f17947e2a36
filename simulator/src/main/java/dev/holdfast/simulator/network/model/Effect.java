package dev.holdfast.simulator.network.model;

/**
 * What a payment comes to, in minor units of its account.
 *
 * @param held set aside
 * @param charged taken, refunds deducted; negative if more was refunded
 */
public record Effect(long held, long charged) {

    public static final Effect NONE = new Effect(0, 0);

    /** What available loses by it. */
    long spent() {
        return held + charged;
    }
}
