package dev.holdfast.engine.notification;

import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What waits to be sent. The times are the caller's. */
final class DeliveryStore {

    /**
     * What was claimed, and for whom.
     *
     * @param looked rows that were looked at, those included that wait for an earlier one of their account
     */
    record Claim(List<Delivery> deliveries, Map<UUID, Receiver> receivers, int looked) {}

    private record Candidate(Delivery.Key key, UUID subscription) {}

    private final Pool pool;
    private final VaultKeys keys;

    DeliveryStore(Pool pool, VaultKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    /**
     * Claims what is due. In two statements: the second must see what was committed until the first had its locks, or a row
     * whose predecessor has just been delivered would be put off as if it still waited.
     *
     * @param rooms of receivers that may get fewer than {@link Slots#PER_RECEIVER}
     */
    Future<Claim> claim(Instant now, Duration lease, Map<UUID, Integer> rooms, int total) {
        Tuple due = Tuple.of(
                at(now),
                rooms.keySet().toArray(UUID[]::new),
                rooms.values().toArray(Integer[]::new),
                Slots.PER_RECEIVER,
                total);
        return pool.withTransaction(connection -> connection
                .preparedQuery(DeliverySql.LOCK_DUE)
                .execute(due)
                .compose(locked -> locked.size() == 0
                        ? Future.succeededFuture(new Claim(List.of(), Map.of(), 0))
                        : claim(connection, candidates(locked), now, now.plus(lease))));
    }

    private static List<Candidate> candidates(RowSet<Row> rows) {
        List<Candidate> candidates = new ArrayList<>(rows.size());
        rows.forEach(row -> candidates.add(new Candidate(key(row), row.getUUID(3))));
        return candidates;
    }

    private Future<Claim> claim(SqlConnection connection, List<Candidate> candidates, Instant now, Instant until) {
        Tuple claimed = Columns.of(candidates)
                .shorts(row -> row.key().bucket())
                .uuids(row -> row.key().account())
                .longs(row -> row.key().number())
                .uuids(Candidate::subscription)
                .toTuple()
                .addValue(at(until));
        return connection.preparedQuery(DeliverySql.CLAIM).execute(claimed).compose(rows -> {
            List<Delivery> deliveries = deliveries(rows);
            if (deliveries.isEmpty()) {
                return Future.succeededFuture(new Claim(deliveries, Map.of(), candidates.size()));
            }
            return receivers(connection, deliveries, now)
                    .map(receivers -> new Claim(deliveries, receivers, candidates.size()));
        });
    }

    private static List<Delivery> deliveries(RowSet<Row> rows) {
        List<Delivery> deliveries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.getBoolean(8)) {
                deliveries.add(new Delivery(
                        key(row),
                        row.getUUID(3),
                        row.getUUID(4),
                        row.getInteger(5),
                        row.getInteger(6),
                        row.getString(7)));
            }
        }
        return deliveries;
    }

    private static Delivery.Key key(Row row) {
        return new Delivery.Key(row.getShort(0), row.getUUID(1), row.getLong(2));
    }

    private Future<Map<UUID, Receiver>> receivers(SqlConnection connection, List<Delivery> deliveries, Instant now) {
        UUID[] ids = deliveries.stream().map(Delivery::subscription).distinct().toArray(UUID[]::new);
        return connection
                .preparedQuery(DeliverySql.READ_RECEIVERS)
                .execute(Tuple.of((Object) ids))
                .map(rows -> {
                    Map<UUID, Receiver> receivers = new HashMap<>();
                    for (Row row : rows) {
                        Receiver receiver = ReceiverRows.receiver(row, keys, now);
                        receivers.put(receiver.id(), receiver);
                    }
                    return receivers;
                });
    }

    /** Notes what came of attempts, and brings back at once what waited for what has ended. */
    Future<Void> settle(List<Settled> settled, Instant now) {
        List<Settled> ended = settled.stream()
                .filter(one -> one.status() != Settled.Status.WAITING)
                .toList();
        List<Settled> waiting = settled.stream()
                .filter(one -> one.status() == Settled.Status.WAITING)
                .toList();
        return pool.withTransaction(connection -> connection
                .preparedQuery(DeliverySql.LOG)
                .execute(log(settled))
                .compose(logged -> ended.isEmpty()
                        ? Future.succeededFuture()
                        : connection
                                .preparedQuery(DeliverySql.END)
                                .execute(keys(ended)
                                        .texts(one -> one.status().label())
                                        .toTuple()
                                        .addValue(at(now)))
                                .mapEmpty())
                .compose(done -> waiting.isEmpty()
                        ? Future.succeededFuture()
                        : connection
                                .preparedQuery(DeliverySql.RETRY)
                                .execute(keys(waiting)
                                        .ints(one -> one.delivery().attempt())
                                        .instants(Settled::dueAt)
                                        .toTuple())
                                .mapEmpty()));
    }

    private static Columns<Settled> keys(List<Settled> rows) {
        return Columns.of(rows)
                .shorts(one -> one.delivery().key().bucket())
                .uuids(one -> one.delivery().key().account())
                .longs(one -> one.delivery().key().number());
    }

    private static Tuple log(List<Settled> rows) {
        return keys(rows)
                .ints(one -> one.delivery().attempt())
                .texts(one -> one.result().kind().label())
                .ints(one -> one.result().status())
                .ints(one -> (int) one.result().took().toMillis())
                .instants(Settled::endedAt)
                .toTuple();
    }

    /** If it is still as it was when it was sent to. */
    Future<Boolean> disable(Receiver receiver) {
        return pool.preparedQuery(DeliverySql.DISABLE)
                .execute(Tuple.of(receiver.id(), receiver.version()))
                .map(rows -> rows.rowCount() > 0);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
