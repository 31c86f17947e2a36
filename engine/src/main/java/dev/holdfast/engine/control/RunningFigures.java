package dev.holdfast.engine.control;

import java.time.Instant;

/**
 * What a sliding window holds, without its buckets: they are summed when they come in and when they leave, and not for
 * each purchase.
 */
final class RunningFigures {

    private final Instant start;
    private long buckets;
    private Tally sum;
    private boolean moved;

    /**
     * @param start the first instant that counts
     * @param buckets that count
     * @param sum of what they hold
     * @param moved whether they are to be stored even if nothing changes
     */
    RunningFigures(Instant start, long buckets, Tally sum, boolean moved) {
        this.start = start;
        this.buckets = buckets;
        this.sum = sum;
        this.moved = moved;
    }

    static RunningFigures none(Instant start) {
        return new RunningFigures(start, 0, Tally.ZERO, false);
    }

    /**
     * Notes that a bucket has changed. What lies before the window does not count in it; but figures that are stored for
     * an earlier start hold it as it was, so these must take their place.
     */
    void changed(Instant at, Tally before, Tally after) {
        moved = true;
        if (!at.isBefore(start)) {
            sum = sum.plus(after.minus(before));
            buckets += present(after) - present(before);
        }
    }

    /** An empty bucket is no bucket. */
    private static int present(Tally bucket) {
        return bucket.equals(Tally.ZERO) ? 0 : 1;
    }

    Instant start() {
        return start;
    }

    long buckets() {
        return buckets;
    }

    Tally sum() {
        return sum;
    }

    boolean full() {
        return buckets >= Window.MAX_BUCKETS;
    }

    /** Whether they are to be stored. */
    boolean moved() {
        return moved;
    }
}
