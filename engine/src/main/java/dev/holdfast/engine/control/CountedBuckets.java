package dev.holdfast.engine.control;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The counters of one batch: which rows they are, what was loaded of them, and what is to be added to them. Of a calendar
 * window the buckets are loaded; of a sliding one the figures of the batch's time, and no buckets but those that the batch
 * may change.
 */
final class CountedBuckets implements Spending {

    /**
     * A counter's row.
     *
     * @param subject the whole account if the counter's scope is the account
     */
    record CounterRow(Subject subject, UUID counter) {}

    /** A bucket's row. */
    record BucketRow(CounterRow counter, Instant at) {}

    /**
     * A counter that has no row yet.
     *
     * @param figures null if its window is one of the calendar
     */
    record NewCounter(
            CounterRow row, Counter counter, @Nullable RunningFigures figures) {}

    private final Supplier<Instant> batchTime;
    private final Map<CounterRow, RunningFigures> figures = new LinkedHashMap<>();
    private final Map<BucketRow, Tally> tallies = new HashMap<>();
    private final Set<CounterRow> stored = new HashSet<>();
    private final Map<CounterRow, CounterKey> keys = new HashMap<>();
    private final Map<CounterKey, CounterRow> rows = new HashMap<>();
    private final Map<BucketRow, Tally> changes = new LinkedHashMap<>();
    private final Set<CounterKey> opened = new LinkedHashSet<>();

    /** @param batchTime known once something has been loaded */
    CountedBuckets(Supplier<Instant> batchTime) {
        this.batchTime = batchTime;
    }

    /** Takes a bucket that is stored, once or again. */
    void load(CounterRow row, Instant at, Tally tally) {
        stored.add(row);
        tallies.put(new BucketRow(row, at), tally);
    }

    /** Takes a sliding window's figures, once or again. */
    void load(CounterRow row, RunningFigures running) {
        stored.add(row);
        figures.put(row, running);
    }

    /** Notes that the counter has a row. */
    void exists(CounterRow row) {
        stored.add(row);
    }

    /** Makes a counter known. */
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
        return key;
    }

    @Override
    public Tally usedAt(CounterKey key, Instant now) {
        RunningFigures running = figuresAt(key, now);
        return running == null ? tally(bucket(key, now)) : running.sum();
    }

    @Override
    public boolean fullAt(CounterKey key, Instant now) {
        RunningFigures running = figuresAt(key, now);
        return running != null && running.full();
    }

    private @Nullable RunningFigures figuresAt(CounterKey key, Instant now) {
        RunningFigures running = figures(key);
        if (running != null && !now.equals(batchTime.get())) {
            throw new IllegalArgumentException("a sliding window is asked at the batch's time");
        }
        return running;
    }

    /** Null if the window is one of the calendar. */
    private @Nullable RunningFigures figures(CounterKey key) {
        Window window = key.counter().window();
        if (!(window instanceof Window.Sliding)) {
            return null;
        }
        Instant start = window.startAt(batchTime.get());
        RunningFigures running = figures.computeIfAbsent(rowOf(key), row -> none(row, start));
        if (!running.start().equals(start)) {
            throw new IllegalStateException("figures of another time than the batch's");
        }
        return running;
    }

    private RunningFigures none(CounterRow row, Instant start) {
        if (stored.contains(row)) {
            throw new IllegalStateException("a counter whose figures were not read");
        }
        return RunningFigures.none(start);
    }

    private BucketRow bucket(CounterKey key, Instant at) {
        return new BucketRow(rowOf(key), key.counter().window().bucketAt(at));
    }

    private Tally tally(BucketRow row) {
        return tallies.getOrDefault(row, Tally.ZERO);
    }

    /** Notes what is to be added to stored buckets. */
    void change(List<Bucket> added) {
        for (Bucket bucket : added) {
            CounterRow row = rowOf(bucket.key());
            BucketRow at = new BucketRow(row, bucket.at());
            RunningFigures running = figures(bucket.key());
            Tally before = tally(at);
            Tally after = before.plus(bucket.tally());
            tallies.put(at, after);
            changes.merge(at, bucket.tally(), Tally::plus);
            if (running != null) {
                running.changed(bucket.at(), before, after);
            }
            if (stored.add(row)) {
                opened.add(bucket.key());
            }
        }
    }

    private CounterRow rowOf(CounterKey key) {
        return Objects.requireNonNull(rows.get(key), "a counter that nobody knows");
    }

    /** The counter's id. */
    UUID idOf(CounterKey key) {
        return rowOf(key).counter();
    }

    /** Counters without a row so far. */
    List<NewCounter> opened() {
        return opened.stream()
                .map(key -> new NewCounter(rowOf(key), key.counter(), figures(key)))
                .toList();
    }

    /** Figures to be stored of counters that have a row. */
    List<Map.Entry<CounterRow, RunningFigures>> moved() {
        Set<CounterRow> isNew = new HashSet<>();
        opened.forEach(key -> isNew.add(rowOf(key)));
        return figures.entrySet().stream()
                .filter(entry -> entry.getValue().moved() && !isNew.contains(entry.getKey()))
                .toList();
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
