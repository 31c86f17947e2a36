package dev.holdfast.engine.book;

import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.database.SqlFailures;
import dev.holdfast.engine.lane.Command;
import dev.holdfast.engine.lane.Session;
import dev.holdfast.engine.lane.SessionException;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A lane's database connection: loads a {@link Book} in one flush and writes it back in another. */
final class BookSession implements Session<Book> {

    private final PgConnection connection;
    private final Statements statements;

    BookSession(PgConnection connection, Statements statements) {
        this.connection = connection;
        this.statements = statements;
    }

    @Override
    public Future<Book> load(List<? extends Command<Book, ?>> commands) {
        Book book = new Book();
        commands.forEach(command -> command.name(book));
        Flush flush = new Flush();
        Tuple accounts = BookParameters.accounts(book.named().accounts().keySet());
        flush.add(connection.query("BEGIN").execute());
        flush.read(BookStore.LOCK_BALANCES, accounts, book, BookRows::balance);
        flush.read(BookStore.READ_TIME, Tuple.tuple(), book, (read, row) -> read.loadTime(BookRows.instant(row, 0)));
        if (!book.named().openings().isEmpty()) {
            Tuple openings = BookParameters.accounts(book.named().openings());
            flush.read(BookStore.READ_OPENINGS, openings, book, BookRows::opening);
        }
        if (!book.named().holds().isEmpty()) {
            Tuple holds = BookParameters.holds(book.named().holds());
            flush.read(BookStore.READ_HOLDS, holds, book, BookRows::hold);
        }
        if (!book.named().keys().isEmpty()) {
            Tuple entries = BookParameters.keysOfEntries(book.named().keys());
            Tuple refusals = BookParameters.keysOfRefusals(book.named().keys());
            flush.read(BookStore.READ_SETTLED_ENTRIES, entries, book, BookRows::entry);
            flush.read(BookStore.READ_SETTLED_REFUSALS, refusals, book, BookRows::refusal);
        }
        book.shelves().forEach(shelf -> shelf.load(flush.reading(book)));
        return flush.end().map(read -> book);
    }

    @Override
    public Future<Void> flush(Book book) {
        Changes changes = book.changes();
        List<Balance> openedBalances = changes.openedAccounts.stream()
                .flatMap(account -> account.balances().stream())
                .toList();
        List<Long> locks = List.copyOf(BookParameters.absentLocks(changes));
        Flush flush = new Flush();
        flush.write(BookStore.LOCK_ABSENT_ACCOUNTS, locks, BookParameters::locks);
        flush.write(BookStore.INSERT_ACCOUNTS, changes.openedAccounts, BookParameters::openedAccounts);
        flush.write(BookStore.INSERT_BALANCES, openedBalances, BookParameters::openedBalances);
        flush.write(BookStore.UPDATE_BALANCES, changes.changedBalances, BookParameters::changedBalances);
        flush.write(BookStore.INSERT_HOLDS, changes.openedHolds, BookParameters::openedHolds);
        flush.write(BookStore.UPDATE_HOLDS, changes.changedHolds, BookParameters::changedHolds);
        flush.write(BookStore.INSERT_ENTRIES, changes.entries, BookParameters::entries);
        flush.write(BookStore.INSERT_REFUSALS, changes.refusals, BookParameters::refusals);
        book.shelves().forEach(shelf -> shelf.write(flush::write));
        flush.write(BookStore.ADD_TOTALS, changes.totals.rows(), BookParameters::totals);
        flush.add(connection.query(flush.incomplete() ? "ROLLBACK" : "COMMIT").execute());
        return flush.end();
    }

    @Override
    public Future<Void> rollback() {
        return connection
                .query("ROLLBACK")
                .execute()
                .<Void>mapEmpty()
                .recover(cause -> Future.failedFuture(SqlFailures.toSessionException(cause)));
    }

    @Override
    public void abort() {
        Connections.cut(connection);
    }

    @Override
    public void onLost(Runnable handler) {
        connection.closeHandler(closed -> handler.run());
    }

    @Override
    public Future<Void> close() {
        return connection.close();
    }

    /** Statements sent one after the other without waiting: one trip to the database for all of them. */
    private final class Flush {

        private final List<Future<?>> sent = new ArrayList<>();

        void add(Future<?> statement) {
            sent.add(statement);
        }

        void read(String sql, Tuple parameters, Book book, BiConsumer<Book, Row> take) {
            Future<RowSet<Row>> rows = statements.execute(sql, parameters);
            add(rows.compose(read -> take(read, book, take)));
        }

        Shelf.Reading reading(Book book) {
            return new Shelf.Reading() {
                @Override
                public void read(String sql, Tuple parameters, Consumer<Row> take) {
                    Flush.this.read(sql, parameters, book, (unused, row) -> take.accept(row));
                }

                @Override
                public void readWithHolds(String sql, Tuple parameters, Consumer<Row> take) {
                    Flush.this.read(sql, parameters, book, (unused, row) -> {
                        BookRows.holdIfAny(book, row);
                        take.accept(row);
                    });
                }
            };
        }

        <T extends Iterable<?>> void write(String sql, T rows, Function<T, Tuple> parameters) {
            if (rows.iterator().hasNext()) {
                add(statements.execute(sql, parameters.apply(rows)));
            }
        }

        /** Rows that cannot be read are some command's fault, not the connection's. */
        private Future<Void> take(RowSet<Row> rows, Book book, BiConsumer<Book, Row> take) {
            try {
                rows.forEach(row -> take.accept(book, row));
                return Future.succeededFuture();
            } catch (RuntimeException unreadable) {
                return Future.failedFuture(new SessionException(SessionException.Kind.REJECTED, unreadable));
            }
        }

        /** Whether a statement was not even sent, so that what follows must not be committed without it. */
        boolean incomplete() {
            return sent.stream().anyMatch(Future::failed);
        }

        /** Waits for all; fails for the reason of the first that failed, since the later ones fail because of it. */
        Future<Void> end() {
            return Future.join(sent)
                    .transform(ended -> sent.stream()
                            .filter(Future::failed)
                            .findFirst()
                            .<Future<Void>>map(
                                    first -> Future.failedFuture(SqlFailures.toSessionException(first.cause())))
                            .orElseGet(Future::succeededFuture));
        }
    }
}
