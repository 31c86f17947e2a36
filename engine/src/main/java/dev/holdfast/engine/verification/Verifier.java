package dev.holdfast.engine.verification;

import dev.holdfast.engine.book.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.function.Consumer;

/** Recomputes the book. */
public final class Verifier {

    /** Rows in memory at a time while a bucket's journal is read. */
    private static final int FETCH = 2_000;

    private final Pool pool;
    private final InvariantMetrics metrics;

    public Verifier(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.metrics = new InvariantMetrics(meters);
    }

    /** Recomputes everything from the journal, in one snapshot; may run beside the ledger's work. */
    public Future<VerificationReport> verify() {
        return pool.withConnection(connection -> connection
                        .query(VerificationStore.SNAPSHOT)
                        .execute()
                        .compose(began -> new Run(connection).bucket(0))
                        .eventually(() -> connection.query("COMMIT").execute()))
                .onSuccess(metrics::verified);
    }

    /** Compares sums only: cheap enough for every few seconds. Also sets the gauges of holds. */
    public Future<VerificationReport> glance() {
        return pool.preparedQuery(VerificationStore.GLANCE)
                .execute()
                .map(rows -> Glance.read(rows, metrics))
                .onSuccess(metrics::glanced);
    }

    /** One verification, bucket after bucket. */
    private static final class Run {

        private final SqlConnection connection;
        private final Findings findings = new Findings();
        private long entries;
        private long balances;
        private long holds;

        Run(SqlConnection connection) {
            this.connection = connection;
        }

        Future<VerificationReport> bucket(int bucket) {
            if (bucket == AccountId.BUCKETS) {
                return Future.succeededFuture(new VerificationReport(entries, balances, holds, findings.list()));
            }
            BucketAudit audit = new BucketAudit(findings);
            Tuple parameters = Tuple.of((short) bucket);
            return stream(VerificationStore.BALANCES, parameters, audit::balance)
                    .compose(read ->
                            stream(VerificationStore.ACCOUNTS_WITHOUT_BALANCE, parameters, this::accountWithoutBalance))
                    .compose(read -> stream(VerificationStore.JOURNAL, parameters, audit::entry))
                    .compose(read -> stream(VerificationStore.HOLDS, parameters, audit::hold))
                    .compose(read -> stream(VerificationStore.FACTS, parameters, audit::fact))
                    .compose(read -> stream(VerificationStore.JOINED, parameters, audit::join))
                    .compose(read -> stream(VerificationStore.TOTALS, parameters, audit::total))
                    .compose(read ->
                            stream(VerificationStore.KEYS_WITH_TWO_ANSWERS, parameters, this::keyWithTwoAnswers))
                    .compose(read -> {
                        audit.close();
                        entries += audit.entries();
                        balances += audit.balances();
                        holds += audit.holds();
                        return bucket(bucket + 1);
                    });
        }

        private void accountWithoutBalance(Row row) {
            String subject = "account " + row.getString(1) + " id " + row.getUUID(0);
            findings.add(Check.ROWS_BELONG, subject, "has no default balance");
        }

        private void keyWithTwoAnswers(Row row) {
            String subject = "account id " + row.getUUID(0) + " key " + row.getString(1);
            findings.add(Check.ONE_ANSWER_PER_KEY, subject, "both posted and refused");
        }

        private Future<Void> stream(String sql, Tuple parameters, Consumer<Row> take) {
            return connection.prepare(sql).compose(statement -> {
                Cursor cursor = statement.cursor(parameters);
                return drain(cursor, take).eventually(cursor::close).eventually(statement::close);
            });
        }

        private static Future<Void> drain(Cursor cursor, Consumer<Row> take) {
            return cursor.read(FETCH).compose(rows -> {
                rows.forEach(take);
                return cursor.hasMore() ? drain(cursor, take) : Future.succeededFuture();
            });
        }
    }
}
