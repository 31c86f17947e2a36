package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.hsm.Pvv;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.vault.SealedPan;
import dev.holdfast.engine.vault.VaultRow;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.time.YearMonth;

/** Reads the rows that the stores of this package select. */
final class CardRows {

    private CardRows() {}

    /** A row of {@link CardStore#COLUMNS}. */
    static BookedCard booked(Row row) {
        BookedCard.State state = new BookedCard.State(
                CardStatus.ofLabel(row.getString(7)),
                row.getInteger(8),
                pvv(row, 9),
                row.getInteger(11),
                new BillingAddress(row.getString(12), row.getString(13)));
        return new BookedCard(
                new AccountId(row.getUUID(0)),
                row.getUUID(1),
                row.getString(2),
                facts(row, 3),
                row.getOffsetDateTime(6).toInstant(),
                state);
    }

    /** Key index and value, from two columns; null if there are none. */
    static @Nullable Pvv pvv(Row row, int column) {
        String digits = row.getString(column + 1);
        return digits == null ? null : Pvv.parse(row.getShort(column), digits).orElseThrow();
    }

    /** Last day, sequence number and service code, from three columns. */
    static CardFacts facts(Row row, int column) {
        return new CardFacts(
                YearMonth.from(row.getLocalDate(column)),
                row.getShort(column + 1),
                ServiceCode.ofStripe(row.getString(column + 2)).orElseThrow());
    }

    /** Card id, tenant, account reference, account id and facts, from seven columns. */
    static CardOnFile onFile(Row row, int column) {
        return new CardOnFile(
                row.getUUID(column),
                new AccountKey(row.getInteger(column + 1), row.getString(column + 2)),
                new AccountId(row.getUUID(column + 3)),
                facts(row, column + 4));
    }

    /** Key number, wrapped data key, nonce and ciphertext, from four columns. */
    static SealedPan sealed(Row row, int column) {
        return new SealedPan(
                row.getShort(column),
                row.getBuffer(column + 1).getBytes(),
                row.getBuffer(column + 2).getBytes(),
                row.getBuffer(column + 3).getBytes());
    }

    static VaultRow vaultRow(CardOnFile card) {
        return new VaultRow(card.accountKey().tenantId(), card.cardId());
    }
}
