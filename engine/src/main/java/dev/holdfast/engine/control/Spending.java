package dev.holdfast.engine.control;

import java.time.Instant;

/** What has been counted so far: what a velocity limit asks. */
public interface Spending {

    /** The sum of what counts at this instant. */
    Tally usedAt(CounterKey key, Instant now);

    /** Whether so much counts at this instant that no more is taken: {@link Window#MAX_BUCKETS} buckets. */
    boolean fullAt(CounterKey key, Instant now);
}
