package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.control.CountedBuckets.CounterRow;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/** Reads the rows of {@link ControlStore#READ}. */
final class ControlRows {

    private static final int KIND_SET = 0;
    private static final int KIND_FIGURES = 1;
    private static final int KIND_BUCKET = 2;

    private ControlRows() {}

    static void take(Row row, AssignedSets sets, CountedBuckets buckets, Uses uses) {
        Subject subject = new Subject(new AccountId(row.getUUID(1)), row.getUUID(2));
        switch (row.getInteger(0)) {
            case KIND_SET -> set(row, subject, sets);
            case KIND_FIGURES ->
                buckets.load(
                        new CounterRow(subject, row.getUUID(3)),
                        new RunningFigures(at(row), row.getLong(8), tally(row), row.getBoolean(9)));
            case KIND_BUCKET -> buckets.load(new CounterRow(subject, row.getUUID(3)), at(row), tally(row));
            default -> use(row, subject, buckets, uses);
        }
    }

    private static void set(Row row, Subject subject, AssignedSets sets) {
        int number = Math.toIntExact(row.getLong(6));
        ControlStatus status = row.getBoolean(9) ? ControlStatus.ACTIVE : ControlStatus.SHADOW;
        sets.load(subject, new ControlVersion(row.getString(10), number), status, row.getUUID(3), row.getString(11));
    }

    /** One row for each of the use's counters. */
    private static void use(Row row, Subject card, CountedBuckets buckets, Uses uses) {
        Set<CounterKey> counters = Set.of();
        UUID counterId = row.getUUID(4);
        if (counterId != null) {
            Counter counter = ParsedRules.counter(counterId, row.getString(11));
            buckets.exists(new CounterRow(card.in(counter.scope()), counterId));
            counters = Set.of(buckets.know(card, counterId, counter));
        }
        uses.load(
                row.getUUID(3),
                card,
                new Use(optionalAt(row), tally(row), counters, row.getLong(8), row.getBoolean(9)));
    }

    private static Tally tally(Row row) {
        return new Tally(row.getLong(6), row.getLong(7));
    }

    private static Instant at(Row row) {
        return row.getOffsetDateTime(5).toInstant();
    }

    private static @Nullable Instant optionalAt(Row row) {
        OffsetDateTime at = row.getOffsetDateTime(5);
        return at == null ? null : at.toInstant();
    }
}
