package dev.holdfast.engine.payment;

import io.vertx.sqlclient.Row;

/** Reads facts from rows. */
public final class FactRows {

    /** What a statement must select, from {@code payment_fact f}, in one piece. */
    public static final String COLUMNS = "f.type, f.ref, f.amount_minor";

    private FactRows() {}

    /**
     * Reads one fact.
     *
     * @param from where its columns begin
     * @throws IllegalArgumentException if the row is not one that the engine has written
     */
    public static Fact fact(Row row, int from) {
        return FactType.toFact(row.getString(from), row.getString(from + 1), row.getLong(from + 2));
    }
}
