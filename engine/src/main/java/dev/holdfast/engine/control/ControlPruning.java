package dev.holdfast.engine.control;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.Iterator;
import java.util.UUID;

/**
 * Deletes buckets that no window can see any more, and uses that nothing can be given back of any more. Each run goes on
 * where the one before ended, and begins anew at the end. Runs must not overlap; when to run is the caller's to say.
 */
public final class ControlPruning {

    /** Rows looked at, and rows deleted of each table, by one run. */
    public static final int MAX_LIMIT = 10_000;

    private static final Position BEGINNING = new Position((short) -1, new UUID(0, 0), new UUID(0, 0), new UUID(0, 0));

    /** A counter's key. */
    private record Position(short bucket, UUID account, UUID card, UUID counter) {}

    /**
     * What one run has deleted.
     *
     * @param wrapped whether it has seen the last counter, so that the next begins anew
     */
    public record Pruned(int uses, long buckets, boolean wrapped) {}

    private final Pool pool;
    private volatile Position position = BEGINNING;

    public ControlPruning(Pool pool) {
        this.pool = pool;
    }

    /** @param limit 1 to {@link #MAX_LIMIT}: counters looked at, and rows of each table deleted at most */
    public Future<Pruned> run(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a run's limit is 1 to " + MAX_LIMIT);
        }
        return pool.preparedQuery(PruningStore.DELETE_USES)
                .execute(Tuple.of(limit))
                .compose(uses -> deleteBuckets(uses.rowCount(), limit));
    }

    private Future<Pruned> deleteBuckets(int uses, int limit) {
        Position from = position;
        Tuple parameters = Tuple.of(from.bucket(), from.account(), from.card(), from.counter(), limit);
        return pool.preparedQuery(PruningStore.DELETE_BUCKETS)
                .execute(parameters)
                .map(rows -> {
                    Iterator<Row> last = rows.iterator();
                    if (!last.hasNext()) {
                        position = BEGINNING;
                        return new Pruned(uses, 0, true);
                    }
                    Row row = last.next();
                    long buckets = row.getLong(0);
                    if (buckets < limit) {
                        position = new Position(row.getShort(1), row.getUUID(2), row.getUUID(3), row.getUUID(4));
                    }
                    return new Pruned(uses, buckets, false);
                });
    }
}
