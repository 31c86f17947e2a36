package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one message has spent, and how much of it has been given back. A message that was given back before it came is a
 * tombstone: it has no instant yet, and what comes later is worth only what is left.
 *
 * @param at when it was spent; null until then
 * @param spent zero until then
 * @param counters where it was counted
 * @param returnedMinor minor units given back, at most {@link Money#MAX_MINOR}, which is as good as all
 * @param reversed whether all was given back, the count included
 */
public record Use(@Nullable Instant at, Tally spent, Set<CounterKey> counters, long returnedMinor, boolean reversed) {

    static final Use UNKNOWN = new Use(null, Tally.ZERO, Set.of(), 0, false);

    public Use {
        counters = Set.copyOf(counters);
        if (at != null) {
            Window.requireWholeTicks(at);
        }
        if (spent.count() < 0 || spent.minor() < 0 || spent.minor() > Money.MAX_MINOR || returnedMinor < 0) {
            throw new IllegalArgumentException("what is spent or given back is 0 to " + Money.MAX_MINOR);
        }
    }

    /**
     * Counts the message, once.
     *
     * @throws IllegalArgumentException if it has been counted with another instant, tally or counters
     */
    Use consumed(Instant when, Tally tally, Set<CounterKey> where) {
        Use after = new Use(when, tally, where, returnedMinor, reversed);
        if (at != null && !equals(after)) {
            throw new IllegalArgumentException("the message has been counted otherwise");
        }
        return after;
    }

    /** Sums up to a ceiling, which is the same in any order. */
    Use givenBack(long minor) {
        if (minor < 0 || minor > Money.MAX_MINOR) {
            throw new IllegalArgumentException("what is given back is 0 to " + Money.MAX_MINOR);
        }
        return new Use(at, spent, counters, Math.min(Money.MAX_MINOR, returnedMinor + minor), reversed);
    }

    Use givenBackAll() {
        return new Use(at, spent, counters, returnedMinor, true);
    }

    /** What still counts. The count stays until the last minor unit is given back. */
    Tally net() {
        long left = spent.minor() - returnedMinor;
        if (reversed || left < 0 || (left == 0 && returnedMinor > 0)) {
            return Tally.ZERO;
        }
        return new Tally(spent.count(), left);
    }

    /** What to add to each bucket, since it was as {@code before}. */
    List<Bucket> addedSince(Use before) {
        Tally difference = net().minus(before.net());
        if (at == null || difference.equals(Tally.ZERO)) {
            return List.of();
        }
        Instant when = at;
        return counters.stream()
                .map(key -> new Bucket(key, key.counter().window().bucketAt(when), difference))
                .toList();
    }
}
