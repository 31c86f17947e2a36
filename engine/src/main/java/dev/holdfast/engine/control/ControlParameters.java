package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.control.CountedBuckets.BucketRow;
import dev.holdfast.engine.control.CountedBuckets.CounterRow;
import dev.holdfast.engine.control.CountedBuckets.NewCounter;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parameters of {@link ControlStore}'s statements. */
final class ControlParameters {

    /** A clock that steps back while a batch waits for its locks must not hide what counts. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** A use may be given back as long as its counters can tell. */
    private static final Duration SLACK_OF_USES = Duration.ofDays(1);

    /** How long what was given back waits for the message that spends: authorizations come later by days at most. */
    private static final Duration TOMBSTONE_LIFE = Duration.ofDays(60);

    private ControlParameters() {}

    static Tuple read(Set<Subject> subjects, Map<UUID, Subject> messages, Set<UUID> knownRules) {
        Tuple tuple = Columns.of(subjects)
                .shorts(subject -> subject.account().bucket())
                .uuids(subject -> subject.account().value())
                .uuids(Subject::card)
                .toTuple();
        Tuple named = Columns.of(messages.entrySet())
                .shorts(message -> account(message).bucket())
                .uuids(message -> account(message).value())
                .uuids(Map.Entry::getKey)
                .uuids(message -> message.getValue().card())
                .toTuple();
        for (int column = 0; column < named.size(); column++) {
            tuple.addValue(named.getValue(column));
        }
        return tuple.addValue(knownRules.toArray(UUID[]::new));
    }

    private static AccountId account(Map.Entry<UUID, Subject> message) {
        return message.getValue().account();
    }

    static Tuple counters(List<NewCounter> counters) {
        return keyed(counters, NewCounter::row)
                .texts(counter -> CounterJson.write(counter.counter()))
                .ints(counter -> seconds(lookBack(counter.counter(), SLACK)))
                .optionalInts(counter -> slides(counter.counter().window()))
                .instants(counter ->
                        counter.figures() == null ? null : counter.figures().start())
                .longs(counter ->
                        counter.figures() == null ? 0 : counter.figures().buckets())
                .longs(counter ->
                        counter.figures() == null ? 0 : counter.figures().sum().count())
                .longs(counter ->
                        counter.figures() == null ? 0 : counter.figures().sum().minor())
                .toTuple();
    }

    private static @Nullable Integer slides(Window window) {
        return window instanceof Window.Sliding sliding ? seconds(sliding.length()) : null;
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    private static Duration lookBack(Counter counter, Duration slack) {
        return counter.window().reach().plus(slack);
    }

    static Tuple figures(List<Map.Entry<CounterRow, RunningFigures>> moved) {
        return keyed(moved, Map.Entry::getKey)
                .instants(entry -> entry.getValue().start())
                .longs(entry -> entry.getValue().buckets())
                .longs(entry -> entry.getValue().sum().count())
                .longs(entry -> entry.getValue().sum().minor())
                .toTuple();
    }

    static Tuple buckets(List<Map.Entry<BucketRow, Tally>> changes) {
        return dated(changes)
                .longs(change -> change.getValue().count())
                .longs(change -> change.getValue().minor())
                .toTuple();
    }

    static Tuple bucketKeys(List<Map.Entry<BucketRow, Tally>> changes) {
        return dated(changes).toTuple();
    }

    private static Columns<Map.Entry<BucketRow, Tally>> dated(List<Map.Entry<BucketRow, Tally>> changes) {
        return keyed(changes, change -> change.getKey().counter())
                .instants(change -> change.getKey().at());
    }

    private static <R> Columns<R> keyed(Collection<R> rows, Function<R, CounterRow> counter) {
        return Columns.of(rows)
                .shorts(row -> counter.apply(row).subject().account().bucket())
                .uuids(row -> counter.apply(row).subject().account().value())
                .uuids(row -> counter.apply(row).subject().card())
                .uuids(row -> counter.apply(row).counter());
    }

    static Tuple uses(List<Uses.Row> rows, Function<CounterKey, UUID> counter, Instant now) {
        return Columns.of(rows)
                .shorts(row -> row.card().account().bucket())
                .uuids(row -> row.card().account().value())
                .uuids(Uses.Row::message)
                .uuids(row -> row.card().card())
                .instants(row -> row.use().at())
                .longs(row -> row.use().spent().count())
                .longs(row -> row.use().spent().minor())
                .longs(row -> row.use().returnedMinor())
                .booleans(row -> row.use().reversed())
                .texts(row -> row.use().counters().stream()
                        .map(key -> counter.apply(key).toString())
                        .collect(Collectors.joining(",")))
                .instants(row -> expiry(row.use(), now))
                .toTuple();
    }

    private static Instant expiry(Use use, Instant now) {
        Instant at = use.at();
        if (at == null) {
            return now.plus(TOMBSTONE_LIFE);
        }
        return use.counters().stream()
                .map(key -> at.plus(lookBack(key.counter(), SLACK_OF_USES)))
                .max(Instant::compareTo)
                .orElse(at);
    }
}
