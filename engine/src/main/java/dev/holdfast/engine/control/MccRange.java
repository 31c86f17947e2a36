package dev.holdfast.engine.control;

/**
 * Merchant category codes, both ends included.
 *
 * @param first 0 to 9999
 * @param last not before the first
 */
public record MccRange(int first, int last) {

    public MccRange {
        Merchant.requireMcc(first);
        Merchant.requireMcc(last);
        if (last < first) {
            throw new IllegalArgumentException("an MCC range ends before it begins");
        }
    }

    public static MccRange of(int mcc) {
        return new MccRange(mcc, mcc);
    }

    public boolean contains(int mcc) {
        return first <= mcc && mcc <= last;
    }
}
