package dev.holdfast.engine.book;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The write path's statements, prepared on one connection before its first batch. Preparing on first use would put a
 * round trip between two statements of a flush, and let the commit overtake the statement being prepared.
 */
final class Statements {

    static final List<String> LEDGER = List.of(
            BookStore.LOCK_BALANCES,
            BookStore.READ_TIME,
            BookStore.READ_OPENINGS,
            BookStore.READ_HOLDS,
            BookStore.READ_SETTLED_ENTRIES,
            BookStore.READ_SETTLED_REFUSALS,
            BookStore.LOCK_ABSENT_ACCOUNTS,
            BookStore.INSERT_ACCOUNTS,
            BookStore.INSERT_BALANCES,
            BookStore.UPDATE_BALANCES,
            BookStore.INSERT_HOLDS,
            BookStore.UPDATE_HOLDS,
            BookStore.INSERT_ENTRIES,
            BookStore.INSERT_REFUSALS,
            BookStore.ADD_TOTALS);

    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Statements() {}

    static Future<Statements> prepare(PgConnection connection, List<Shelf.Kind<?>> shelves) {
        Statements statements = new Statements();
        List<Future<PreparedStatement>> preparing = Stream.concat(
                        LEDGER.stream(), shelves.stream().flatMap(shelf -> shelf.statements().stream()))
                .map(sql -> connection.prepare(sql).onSuccess(statement -> statements.prepared.put(sql, statement)))
                .toList();
        return Future.all(preparing).map(all -> statements);
    }

    Future<RowSet<Row>> execute(String sql, Tuple parameters) {
        return Objects.requireNonNull(prepared.get(sql), "not prepared").query().execute(parameters);
    }
}
