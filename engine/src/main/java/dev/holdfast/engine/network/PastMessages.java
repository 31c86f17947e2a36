package dev.holdfast.engine.network;

import dev.holdfast.engine.control.BacktestReport;
import dev.holdfast.engine.control.BacktestRun;
import dev.holdfast.engine.control.ControlSet;
import dev.holdfast.engine.control.PastEvent;
import dev.holdfast.engine.control.PastEvents;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The messages that a tenant's cards have sent, for backtests. */
public final class PastMessages {

    /** Rows in memory at a time; what a backtest keeps of them is bounded by the backtest. */
    static final int PAGE = 1_000;

    private final Pool pool;

    /** @param pool its time limit is that of the first page, for which all messages of the time are sorted */
    public PastMessages(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs a version, whatever its status, over what all of the tenant's cards asked in a time. Velocity begins empty.
     * Fails as {@link BacktestRun#start} does, and with the database's own exception.
     *
     * @param from the first instant
     * @param to the instant behind the last
     */
    public Future<BacktestReport> backtest(int tenant, ControlSet version, Instant from, Instant to) {
        Tuple parameters = Tuple.of(tenant, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        return pool.withTransaction(connection -> connection
                .prepare(PastMessageStore.READ)
                .compose(statement -> {
                    Cursor cursor = statement.cursor(parameters);
                    return BacktestRun.start(version, new Pages(cursor))
                            .eventually(cursor::close)
                            .eventually(statement::close);
                }));
    }

    private static final class Pages implements PastEvents {

        private final Cursor cursor;
        private final PastSpending spending = new PastSpending();
        private boolean begun;

        Pages(Cursor cursor) {
            this.cursor = cursor;
        }

        /** A page of messages that neither spend nor give back is no end. */
        @Override
        public Future<List<PastEvent>> next() {
            if (begun && !cursor.hasMore()) {
                return Future.succeededFuture(List.of());
            }
            begun = true;
            return cursor.read(PAGE).compose(rows -> {
                List<PastEvent> events = new ArrayList<>();
                for (Row row : rows) {
                    events.addAll(spending.of(PastMessage.of(row)));
                }
                return events.isEmpty() ? next() : Future.succeededFuture(events);
            });
        }
    }
}
