package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import io.vertx.sqlclient.Row;

import java.util.UUID;

/** Reads journal entries from rows. */
public final class JournalRows {

    /** What a statement must select, from {@code journal j}, as its first columns. */
    public static final String COLUMNS = """
            j.account_id, j.balance_no, j.seq, j.operation, j.amount_minor, j.currency, j.forced,
            j.available_after_minor, j.held_after_minor, j.hold_id, j.hold_remaining_minor,
            j.idempotency_key, j.transaction_id, j.action_ref, j.fingerprint, j.posted_at, j.chain_hash
            """;

    /** How many {@link #COLUMNS} there are: where a statement's own columns begin. */
    public static final int COLUMN_COUNT = 17;

    private JournalRows() {}

    /**
     * Reads one entry.
     *
     * @throws IllegalArgumentException if the row is not one that the ledger has written
     */
    public static JournalEntry entry(Row row) {
        return new JournalEntry(
                new JournalEntry.Position(new AccountId(row.getUUID(0)), row.getShort(1), row.getLong(2)),
                new JournalEntry.Movement(
                        Operation.ofNumber(row.getShort(3)),
                        new Money(row.getLong(4), Currency.of(row.getString(5))),
                        row.getBoolean(6)),
                after(row),
                new References(row.getString(11), row.getString(12), row.getString(13)),
                row.getUUID(14),
                row.getOffsetDateTime(15).toInstant(),
                ChainHash.of(row.getBuffer(16).getBytes()));
    }

    private static JournalEntry.After after(Row row) {
        UUID hold = row.getUUID(9);
        Long remaining = row.getLong(10);
        if ((hold == null) != (remaining == null)) {
            throw new IllegalArgumentException("a hold without what remains on it, or the reverse");
        }
        JournalEntry.HoldAfter holdAfter =
                hold == null || remaining == null ? null : new JournalEntry.HoldAfter(hold, remaining);
        return new JournalEntry.After(row.getLong(7), row.getLong(8), holdAfter);
    }
}
