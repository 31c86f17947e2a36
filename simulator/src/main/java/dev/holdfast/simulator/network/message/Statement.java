package dev.holdfast.simulator.network.message;

import org.jspecify.annotations.Nullable;

/**
 * What a message states besides its terms.
 *
 * @param responseCode DE39 of an advice or a reversal, null if absent
 * @param newTotal what a reversal leaves of its original, 0 for nothing; -1 in other messages
 * @param number which capture this is, from 1; 0 if it does not say
 * @param of how many captures there are; 0 if it does not say
 */
public record Statement(@Nullable String responseCode, long newTotal, int number, int of) {

    public static final Statement NONE = new Statement(null, -1, 0, 0);

    /** The response code of a reversal that follows an answer which came too late. */
    public static final String TOO_LATE = "68";

    public static final String CANCELLED = "17";

    public static Statement reversal(String responseCode, long newTotal) {
        return new Statement(responseCode, newTotal, 0, 0);
    }

    public static Statement advice(String responseCode) {
        return new Statement(responseCode, -1, 0, 0);
    }

    public static Statement capture(int number, int of) {
        return new Statement(null, -1, number, of);
    }

    public boolean isTooLate() {
        return TOO_LATE.equals(responseCode);
    }

    /** Whether no capture is to follow. */
    public boolean isLastCapture() {
        return number == of;
    }
}
