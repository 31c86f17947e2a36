package dev.holdfast.engine.challenge;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.challenge.ChallengeRequest.Holder;
import dev.holdfast.engine.challenge.ChallengeRequest.Purchase;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** Rows as records. */
final class ChallengeRows {

    private static final int NOW = 18;
    private static final int DIGEST = NOW + 1;

    private ChallengeRows() {}

    /** A challenge as its row says, and the time at which the row was so. */
    record Read(Challenge challenge, Instant now) {}

    static Optional<Read> first(RowSet<Row> rows) {
        Iterator<Row> found = rows.iterator();
        return found.hasNext() ? Optional.of(read(found.next())) : Optional.empty();
    }

    static Read read(Row row) {
        return new Read(challenge(row), instant(row, NOW));
    }

    static Challenge challenge(Row row) {
        ChallengeMethod method = constant(ChallengeMethod.class, row, 6);
        Holder holder =
                new Holder(new AccountKey(row.getInteger(1), row.getString(2)), row.getUUID(3), row.getString(4));
        Purchase purchase = new Purchase(
                row.getString(7),
                new Money(row.getLong(8), Currency.find(row.getString(9)).orElseThrow()));
        ChallengeProgress progress = new ChallengeProgress(
                method,
                constant(ChallengeState.class, row, 10),
                row.getInteger(11),
                row.getInteger(12),
                instant(row, 13),
                instant(row, 14));
        return new Challenge(
                new ChallengeId(row.getUUID(0)),
                new ChallengeRequest(row.getString(5), holder, method, purchase),
                progress,
                new MaskedContacts(row.getString(15), row.getString(16)),
                instant(row, 17));
    }

    /** Of a row that was counted. */
    static CodeDigest digest(Row row) {
        return new CodeDigest(row.getInteger(DIGEST + 1), row.getBuffer(DIGEST).getBytes());
    }

    private static Instant instant(Row row, int column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Row row, int column) {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }
}
