package dev.holdfast.engine.book;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Turns a list of rows into the column arrays that {@code unnest} takes, in the order of the calls.
 *
 * @param <R> the row
 */
public final class Columns<R> {

    private final Collection<R> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(Collection<R> rows) {
        this.rows = rows;
    }

    public static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(rows);
    }

    public Columns<R> shorts(ToIntFunction<R> value) {
        return column(row -> (short) value.applyAsInt(row), Short[]::new);
    }

    public Columns<R> optionalShorts(Function<R, @Nullable Short> value) {
        return column(value, Short[]::new);
    }

    public Columns<R> ints(ToIntFunction<R> value) {
        return column(value::applyAsInt, Integer[]::new);
    }

    public Columns<R> optionalInts(Function<R, @Nullable Integer> value) {
        return column(value, Integer[]::new);
    }

    public Columns<R> longs(ToLongFunction<R> value) {
        return column(value::applyAsLong, Long[]::new);
    }

    public Columns<R> optionalLongs(Function<R, @Nullable Long> value) {
        return column(value, Long[]::new);
    }

    public Columns<R> booleans(Function<R, Boolean> value) {
        return column(value, Boolean[]::new);
    }

    public Columns<R> texts(Function<R, @Nullable String> value) {
        return column(value, String[]::new);
    }

    public Columns<R> uuids(Function<R, @Nullable UUID> value) {
        return column(value, UUID[]::new);
    }

    public Columns<R> instants(Function<R, @Nullable Instant> value) {
        return column(row -> toOffset(value.apply(row)), OffsetDateTime[]::new);
    }

    public Columns<R> hashes(Function<R, ChainHash> value) {
        return column(row -> Buffer.buffer(value.apply(row).toBytes()), Buffer[]::new);
    }

    public Columns<R> bytes(Function<R, byte[]> value) {
        return column(row -> Buffer.buffer(value.apply(row)), Buffer[]::new);
    }

    public Columns<R> dates(Function<R, @Nullable LocalDate> value) {
        return column(value, LocalDate[]::new);
    }

    private static @Nullable OffsetDateTime toOffset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private <T> Columns<R> column(Function<R, @Nullable T> value, IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        int index = 0;
        for (R row : rows) {
            column[index++] = value.apply(row);
        }
        tuple.addValue(column);
        return this;
    }

    public Tuple toTuple() {
        return tuple;
    }
}
