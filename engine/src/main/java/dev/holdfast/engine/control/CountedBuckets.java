package dev.holdfast.engine.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The counters of one batch: which rows they are, what was loaded of them, and what is to be added to them. */
final class CountedBuckets {

    /**
     * A counter's row.
     *
     * @param subject the whole account if the counter's scope is the account
     */
    record CounterRow(Subject subject, UUID counter) {}

    /** A bucket's row. */
    record BucketRow(CounterRow counter, Instant at) {}

    private record Stored(Instant at, Tally tally) {}

    private final Velocity velocity;
    private final Map<CounterRow, List<Stored>> loaded = new HashMap<>();
    private final Set<CounterRow> stored = new HashSet<>();
    private final Map<CounterRow, CounterKey> keys = new HashMap<>();
    private final Map<CounterKey, CounterRow> rows = new HashMap<>();
    private final Map<BucketRow, Tally> changes = new LinkedHashMap<>();
    private final Set<CounterKey> opened = new LinkedHashSet<>();

    CountedBuckets(Velocity velocity) {
        this.velocity = velocity;
    }

    /** Takes a bucket that is stored. Which counter it belongs to is known when a set or a use that counts there is. */
    void load(CounterRow row, Instant at, Tally tally) {
        stored.add(row);
        loaded.computeIfAbsent(row, missing -> new ArrayList<>()).add(new Stored(at, tally));
    }

    /** Notes that the counter has a row. */
    void exists(CounterRow row) {
        stored.add(row);
    }

    /** Makes a counter known, with what was loaded of it. */
    CounterKey know(Subject card, UUID id, Counter counter) {
        Subject subject = card.in(counter.scope());
        CounterRow row = new CounterRow(subject, id);
        CounterKey known = keys.get(row);
        if (known != null) {
            return known;
        }
        CounterKey key = new CounterKey(counter, subject.text());
        keys.put(row, key);
        rows.put(key, row);
        for (Stored bucket : loaded.getOrDefault(row, List.of())) {
            velocity.load(new Bucket(key, bucket.at(), bucket.tally()));
        }
        return key;
    }

    /** Notes what is to be added to stored buckets. */
    void change(List<Bucket> added) {
        for (Bucket bucket : added) {
            CounterRow row = rowOf(bucket.key());
            if (stored.add(row)) {
                opened.add(bucket.key());
            }
            changes.merge(new BucketRow(row, bucket.at()), bucket.tally(), Tally::plus);
        }
    }

    CounterRow rowOf(CounterKey key) {
        return Objects.requireNonNull(rows.get(key), "a counter that nobody knows");
    }

    /** Counters without a row so far, as far as could be seen. */
    List<CounterKey> opened() {
        return List.copyOf(opened);
    }

    /** What only adds, whether or not there is such a bucket. */
    List<Map.Entry<BucketRow, Tally>> additions() {
        return changes.entrySet().stream()
                .filter(change -> !change.getValue().equals(Tally.ZERO) && adds(change.getValue()))
                .toList();
    }

    /** What takes something from a bucket, which therefore exists. */
    List<Map.Entry<BucketRow, Tally>> returns() {
        return changes.entrySet().stream()
                .filter(change -> !adds(change.getValue()))
                .toList();
    }

    private static boolean adds(Tally tally) {
        return tally.count() >= 0 && tally.minor() >= 0;
    }
}
