package dev.holdfast.engine.payment;

import io.vertx.sqlclient.Row;

/** Reads facts from rows, and tells what is in them. */
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

    /** What kind of fact it is, as it is stored. */
    public static String label(Fact fact) {
        return FactType.toRow(fact).type().label();
    }

    /** What it is about within the payment; empty if that is all of it. */
    public static String reference(Fact fact) {
        return FactType.toRow(fact).ref();
    }

    /** Its amount in minor units; zero if it has none. */
    public static long amountMinor(Fact fact) {
        return FactType.toRow(fact).amountMinor();
    }
}
