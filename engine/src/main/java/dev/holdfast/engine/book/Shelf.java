package dev.holdfast.engine.book;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A feature's own rows in a book, beside the ledger's. A command that needs them asks the book for the shelf and names
 * them there; a batch none of whose commands does so sends none of the shelf's statements. The rows belong to accounts
 * that the batch has locked, so they need no locks of their own.
 */
public interface Shelf {

    /** What a statement must select, from {@code hold h}, to have its rows read as holds. */
    String HOLD_COLUMNS = """
            h.account_id, h.hold_id, h.balance_no, h.authorized_minor, h.released_minor, h.captured_minor, h.status,
            h.opened_at, h.closed_at, h.payment_id
            """;

    /** The batch's time in SQL. Null outside of a batch, where a statement may be planned but not run. */
    String NOW = "nullif(current_setting('holdfast.now', true), '')::timestamptz";

    /**
     * Sends what reads the named rows: in the batch's first flush, after the balances are locked. The batch's time is
     * {@link #NOW} to these statements, and {@link Book#now()} once they are answered.
     */
    void load(Reading reading);

    /** Sends what writes the changed rows: in the batch's second flush, before the totals. */
    void write(Writing writing);

    /** Where a shelf sends its reading statements. */
    interface Reading {

        /**
         * Reads rows.
         *
         * @param sql one of the kind's statements
         */
        void read(String sql, Tuple parameters, Consumer<Row> take);

        /**
         * Reads rows that have holds with them, which go into the book first.
         *
         * @param sql selects {@link #HOLD_COLUMNS} first, all null where a row has no hold
         */
        void readWithHolds(String sql, Tuple parameters, Consumer<Row> take);
    }

    /** Where a shelf sends its writing statements. */
    interface Writing {

        /**
         * Writes rows; sends nothing if there are none.
         *
         * @param sql one of the kind's statements
         */
        <R> void write(String sql, List<R> rows, Function<List<R>, Tuple> parameters);
    }

    /**
     * What makes a shelf. One for each feature, known when the lanes connect.
     *
     * @param <S> the shelf
     */
    interface Kind<S extends Shelf> {

        /** All statements that its shelves send; prepared on each lane's connection. */
        List<String> statements();

        /** An empty shelf of a new book. */
        S open(Book book);
    }
}
