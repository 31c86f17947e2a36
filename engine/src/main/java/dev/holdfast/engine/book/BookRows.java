package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads the rows that {@link BookStore} selects into a book. */
final class BookRows {

    private BookRows() {}

    static void balance(Book book, Row row) {
        Balance.Figures figures = new Balance.Figures(
                AccountStatus.ofLabel(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                instant(row, 9),
                ChainHash.of(row.getBuffer(10).getBytes()));
        book.load(new Balance(
                new AccountId(row.getUUID(0)),
                row.getShort(1),
                row.getString(2),
                Currency.of(row.getString(3)),
                figures));
    }

    static void opening(Book book, Row row) {
        book.locked(new AccountId(row.getUUID(0))).setOpening(new Account.Opening(row.getUUID(1), instant(row, 2)));
    }

    static void hold(Book book, Row row) {
        Account account = book.locked(new AccountId(row.getUUID(0)));
        OffsetDateTime closedAt = row.getOffsetDateTime(8);
        Hold.State state = new Hold.State(
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                HoldStatus.ofLabel(row.getString(6)),
                closedAt == null ? null : closedAt.toInstant());
        book.load(new Hold(row.getUUID(1), account.balance(row.getShort(2)), row.getUUID(9), instant(row, 7), state));
    }

    /** A hold may come with several rows; what has it from the first one shares it with what has it from another. */
    static void holdIfAny(Book book, Row row) {
        UUID hold = row.getUUID(1);
        if (hold != null && book.hold(new AccountId(row.getUUID(0)), hold) == null) {
            hold(book, row);
        }
    }

    static void entry(Book book, Row row) {
        JournalEntry entry = JournalRows.entry(row);
        book.load(book.locked(entry.position().account()).id(), entry);
    }

    static void refusal(Book book, Row row) {
        AccountId account = new AccountId(row.getUUID(0));
        References references = new References(row.getString(7), row.getString(8), row.getString(9));
        Refusal.Seen seen = new Refusal.Seen(row.getString(3), money(row, 5), money(row, 6));
        book.load(
                account,
                new Refusal(
                        account,
                        Operation.ofNumber(row.getShort(1)),
                        RefusalReason.ofCode(row.getString(2)),
                        seen,
                        new Settlement(references, row.getUUID(10), instant(row, 11))));
    }

    private static @Nullable Money money(Row row, int column) {
        Long minor = row.getLong(column);
        return minor == null ? null : new Money(minor, Currency.of(row.getString(4)));
    }

    static Instant instant(Row row, int column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
