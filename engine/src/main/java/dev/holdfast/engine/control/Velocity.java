package dev.holdfast.engine.control;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The counters of some cards and accounts, bucket by bucket, in memory: what a backtest counts with, and what the running
 * figures of a batch must agree with. What changes is returned as what to add to each bucket.
 */
public final class Velocity implements Spending {

    private final Map<String, Use> uses = new HashMap<>();
    private final Map<CounterKey, NavigableMap<Instant, Tally>> buckets = new HashMap<>();

    /** Takes a row that is stored. */
    public void load(Bucket bucket) {
        add(bucket);
    }

    /** Takes a row that is stored; its buckets hold it already. */
    public void load(String message, Use use) {
        uses.put(message, use);
    }

    /** What a message has come to. One that nobody has heard of has spent nothing and given nothing back. */
    public Use use(String message) {
        return uses.getOrDefault(message, Use.UNKNOWN);
    }

    /**
     * Counts what a message has spent, whether or not a limit has room: limits are asked beforehand, and a forced movement
     * does not ask. Counting it again has no effect.
     *
     * @return what to add to each bucket; nothing if the message was reversed before it came
     * @throws IllegalArgumentException if the message has been counted with another instant, tally or counters
     */
    public List<Bucket> consume(String message, Instant at, Tally spent, Set<CounterKey> counters) {
        return change(message, use -> use.consumed(at, spent, counters));
    }

    /** Gives back a part of what a message has spent or will have spent: {@code minor} units of its currency. */
    public List<Bucket> giveBack(String message, long minor) {
        return change(message, use -> use.givenBack(minor));
    }

    /** Gives back all that a message has spent or will have spent. */
    public List<Bucket> giveBackAll(String message) {
        return change(message, Use::givenBackAll);
    }

    private List<Bucket> change(String message, UnaryOperator<Use> change) {
        Use before = use(message);
        Use after = change.apply(before);
        uses.put(message, after);
        List<Bucket> changes = after.addedSince(before);
        changes.forEach(this::add);
        return changes;
    }

    /** An empty bucket is no bucket: it takes no room in a window. */
    private void add(Bucket bucket) {
        buckets.computeIfAbsent(bucket.key(), key -> new TreeMap<>())
                .merge(bucket.at(), bucket.tally(), (old, more) -> {
                    Tally sum = old.plus(more);
                    return sum.equals(Tally.ZERO) ? null : sum;
                });
    }

    @Override
    public Tally usedAt(CounterKey key, Instant now) {
        Tally sum = Tally.ZERO;
        for (Map.Entry<Instant, Tally> bucket : since(key, now).entrySet()) {
            if (key.counter().window().counts(bucket.getKey(), now)) {
                sum = sum.plus(bucket.getValue());
            }
        }
        return sum;
    }

    @Override
    public boolean fullAt(CounterKey key, Instant now) {
        if (bucketsOf(key).size() < Window.MAX_BUCKETS) {
            return false;
        }
        return since(key, now).keySet().stream()
                        .filter(bucket -> key.counter().window().counts(bucket, now))
                        .limit(Window.MAX_BUCKETS)
                        .count()
                == Window.MAX_BUCKETS;
    }

    private NavigableMap<Instant, Tally> bucketsOf(CounterKey key) {
        return buckets.getOrDefault(key, Collections.emptyNavigableMap());
    }

    private NavigableMap<Instant, Tally> since(CounterKey key, Instant now) {
        return bucketsOf(key).tailMap(key.counter().window().startAt(now), true);
    }
}
