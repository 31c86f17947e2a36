package dev.holdfast.engine.program;

import dev.holdfast.engine.control.MccRange;

/**
 * By how much a capture may exceed its authorization without being suspicious. It is posted in any case.
 *
 * @param percent 0 to 100
 */
public record OverCapture(MccRange mccs, int percent) {

    static final int MAX_PERCENT = 100;

    public OverCapture {
        if (percent < 0 || percent > MAX_PERCENT) {
            throw new IllegalArgumentException("a tolerance is 0 to 100 percent");
        }
    }
}
