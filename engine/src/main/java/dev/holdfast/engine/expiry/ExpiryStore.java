package dev.holdfast.engine.expiry;

import dev.holdfast.engine.book.AccountKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds payments that are due. */
final class ExpiryStore {

    /** The oldest of all buckets first, after a place; bucket by bucket inside, since the index begins with it. */
    private static final String DUE = """
            SELECT a.tenant_id, a.account_ref, p.payment_id, p.expires_at
            FROM (
                SELECT b.bucket, b.account_id, b.payment_id, b.expires_at
                FROM generate_series(0, 63) AS buckets (bucket)
                CROSS JOIN LATERAL (
                    SELECT d.bucket, d.account_id, d.payment_id, d.expires_at
                    FROM payment d
                    WHERE d.bucket = buckets.bucket
                        AND d.expires_at <= now()
                        AND (d.expires_at, d.payment_id) > ($2, $3)
                    ORDER BY d.expires_at, d.payment_id
                    LIMIT $1) b
                ORDER BY b.expires_at, b.payment_id
                LIMIT $1) p
            JOIN account a ON a.bucket = p.bucket AND a.account_id = p.account_id
            ORDER BY p.expires_at, p.payment_id
            """;

    /** A payment whose time is over, unless something has come since. */
    record Due(AccountKey account, UUID payment, Instant since) {

        Place place() {
            return new Place(since, payment);
        }
    }

    /** How far a round through what is due has come: the last payment that it has seen. */
    record Place(Instant since, UUID payment) {

        /** Before every payment. */
        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    private final Pool pool;

    ExpiryStore(Pool pool) {
        this.pool = pool;
    }

    /** What is due, the oldest first, after a place. */
    Future<List<Due>> due(Place after, int limit) {
        Tuple parameters = Tuple.of(limit, after.since().atOffset(ZoneOffset.UTC), after.payment());
        return pool.preparedQuery(DUE).execute(parameters).map(rows -> {
            List<Due> due = new ArrayList<>(rows.size());
            for (Row row : rows) {
                due.add(new Due(
                        new AccountKey(row.getInteger(0), row.getString(1)),
                        row.getUUID(2),
                        row.getOffsetDateTime(3).toInstant()));
            }
            return due;
        });
    }
}
