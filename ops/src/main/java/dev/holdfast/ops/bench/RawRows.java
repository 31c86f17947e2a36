package dev.holdfast.ops.bench;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.database.DatabaseUrl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ceiling: journal rows inserted as fast as they can be, {@value #BATCH} at a time, each insert a transaction. Like
 * the lanes' own insert in columns, values and indexes, without anything before or after it.
 */
final class RawRows implements Door {

    static final int BATCH = 512;

    static final String CREATE = "CREATE TABLE bench_raw (LIKE journal INCLUDING ALL)";
    static final String DROP = "DROP TABLE IF EXISTS bench_raw";

    private static final String INSERT = """
            INSERT INTO bench_raw (bucket, account_id, balance_no, seq, operation, debit_code, credit_code, amount_minor,
                                   currency, forced, available_after_minor, held_after_minor, hold_id,
                                   hold_remaining_minor, key_digest, idempotency_key, transaction_id, action_ref,
                                   fingerprint, posted_at, chain_hash)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::smallint[], $4::bigint[], $5::smallint[],
                                 $6::smallint[], $7::smallint[], $8::bigint[], $9::text[], $10::boolean[],
                                 $11::bigint[], $12::bigint[], $13::uuid[], $14::bigint[], $15::uuid[], $16::text[],
                                 $17::text[], $18::text[], $19::uuid[], $20::timestamptz[], $21::bytea[])
            """;

    /** Statements of the loads and their drivers; more than two per connection are never under way. */
    private static final int PIPELINING = 8;

    private final List<PgConnection> connections = new ArrayList<>();
    private final List<PreparedStatement> inserts = new ArrayList<>();
    private final List<RawBatch> batches;
    private long sent;

    private RawRows(List<RawBatch> batches) {
        this.batches = batches;
    }

    /** Connects, on the calling event loop. */
    static Future<RawRows> open(Vertx vertx, DatabaseUrl database, int connections, AccountKey[] accounts) {
        RawRows rows = new RawRows(batches(accounts));
        PgConnectOptions options = new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.database())
                .setUser(database.user())
                .setPassword(database.password())
                .setProperties(Map.of("application_name", "holdfast-bench", "synchronous_commit", "on"))
                .setPipeliningLimit(PIPELINING);
        List<Future<Void>> opening = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            opening.add(PgConnection.connect(vertx, options).compose(connection -> {
                rows.connections.add(connection);
                return connection.prepare(INSERT).onSuccess(rows.inserts::add).mapEmpty();
            }));
        }
        return Future.all(opening).map(rows);
    }

    /** So many that each account has its turn before the first has its second. */
    private static List<RawBatch> batches(AccountKey[] accounts) {
        List<RawBatch> batches = new ArrayList<>();
        for (int from = 0; from < accounts.length; from += BATCH) {
            AccountId[] ids = new AccountId[BATCH];
            for (int i = 0; i < BATCH; i++) {
                ids[i] = AccountId.of(accounts[(from + i) % accounts.length]);
            }
            batches.add(new RawBatch(ids));
        }
        return batches;
    }

    /** One batch of rows, applied as one. */
    @Override
    public Future<Boolean> next() {
        long number = sent++;
        Tuple rows = batches.get((int) (number % batches.size())).rows(number * BATCH);
        return inserts.get((int) (number % inserts.size()))
                .query()
                .execute(rows)
                .map(inserted -> inserted.rowCount() == BATCH);
    }

    @Override
    public int size() {
        return BATCH;
    }

    Future<Void> close() {
        return Future.join(connections.stream().map(PgConnection::close).toList())
                .mapEmpty();
    }
}
