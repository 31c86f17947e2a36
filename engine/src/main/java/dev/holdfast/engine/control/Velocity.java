package dev.holdfast.engine.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The counters of some cards and accounts, as far as they have been loaded. What changes is returned as what to add to each
 * bucket. Before it is asked, it needs of each counter the newest {@link Window#MAX_BUCKETS} buckets that count, and of
 * each message that is counted or given back its use and the buckets of that use.
 */
public final class Velocity {

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
        Tally difference = after.net().minus(before.net());
        Instant at = after.at();
        if (at == null || difference.equals(Tally.ZERO)) {
            return List.of();
        }
        List<Bucket> changes = new ArrayList<>();
        for (CounterKey key : after.counters()) {
            changes.add(new Bucket(key, key.counter().window().bucketAt(at), difference));
        }
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

    /** The sum of what counts at this instant; of the newest {@link Window#MAX_BUCKETS} if there are more. */
    public Tally usedAt(CounterKey key, Instant now) {
        long count = 0;
        long minor = 0;
        int summed = 0;
        for (Map.Entry<Instant, Tally> bucket : newestFirst(key, now)) {
            if (summed < Window.MAX_BUCKETS && key.counter().window().counts(bucket.getKey(), now)) {
                count = Math.addExact(count, bucket.getValue().count());
                minor = Math.addExact(minor, bucket.getValue().minor());
                summed++;
            }
        }
        return new Tally(count, minor);
    }

    /** Whether so much counts at this instant that it is not summed any more. */
    public boolean fullAt(CounterKey key, Instant now) {
        if (bucketsOf(key).size() < Window.MAX_BUCKETS) {
            return false;
        }
        return newestFirst(key, now).stream()
                        .filter(bucket -> key.counter().window().counts(bucket.getKey(), now))
                        .limit(Window.MAX_BUCKETS)
                        .count()
                == Window.MAX_BUCKETS;
    }

    private NavigableMap<Instant, Tally> bucketsOf(CounterKey key) {
        return buckets.getOrDefault(key, Collections.emptyNavigableMap());
    }

    private Set<Map.Entry<Instant, Tally>> newestFirst(CounterKey key, Instant now) {
        return bucketsOf(key)
                .tailMap(key.counter().window().startAt(now), true)
                .descendingMap()
                .entrySet();
    }
}
