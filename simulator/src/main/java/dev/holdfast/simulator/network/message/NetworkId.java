package dev.holdfast.simulator.network.message;

/**
 * The network's own name of an authorization.
 *
 * @param number unique in a day, from 1 to 36^6 - 1, because one dialect writes six characters; 0 if the network could not
 *     find it
 * @param settled DE15, MMDD
 */
public record NetworkId(long number, String settled) {

    /** 36^6: what six characters of 0-9 and A-Z can tell apart. */
    public static final long LIMIT = 2_176_782_336L;

    public static final NetworkId ZERO = new NetworkId(0, "0000");

    public boolean isZero() {
        return number == 0;
    }

    @Override
    public String toString() {
        return isZero() ? "zeros" : number + "/" + settled;
    }
}
