package dev.holdfast.engine.expiry;

import dev.holdfast.engine.book.AccountKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds payments that are due. */
final class ExpiryStore {

    /** Bucket by bucket, since the index begins with it; the oldest of each first. */
    private static final String DUE = """
            SELECT a.tenant_id, a.account_ref, p.payment_id, p.expires_at
            FROM generate_series(0, 63) AS buckets (bucket)
            CROSS JOIN LATERAL (
                SELECT d.bucket, d.account_id, d.payment_id, d.expires_at
                FROM payment d
                WHERE d.bucket = buckets.bucket AND d.expires_at <= now()
                ORDER BY d.expires_at
                LIMIT $1) p
            JOIN account a ON a.bucket = p.bucket AND a.account_id = p.account_id
            LIMIT $1
            """;

    /** A payment whose time is over, unless something has come since. */
    record Due(AccountKey account, UUID payment, Instant since) {}

    private final Pool pool;

    ExpiryStore(Pool pool) {
        this.pool = pool;
    }

    Future<List<Due>> due(int limit) {
        return pool.preparedQuery(DUE).execute(Tuple.of(limit)).map(rows -> {
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
