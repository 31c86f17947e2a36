package dev.holdfast.engine.clearing;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.network.Content;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/**
 * One record of a clearing file.
 *
 * @param reference unique among the network's clearing records of its type ({@code network_clearing_ref})
 * @param original the record that this one takes back; null if it takes none back
 */
public record ClearingRecord(
        ClearingType type,
        TransferType transfer,
        String reference,
        @Nullable String original,
        Amounts amounts) {

    /** @throws IllegalArgumentException if it takes a record back and does not name it */
    public ClearingRecord {
        if (type.takesBack() && original == null) {
            throw new IllegalArgumentException(type.code() + " names the record that it takes back");
        }
    }

    /** The id of the message that it is for one account: the same record again has the same. */
    public UUID messageId(AccountKey account) {
        return Digest.of("clearing-record")
                .with(account.tenantId())
                .with(account.ref())
                .with(type.code())
                .with(transfer.isCustomers() ? "customer" : "institution")
                .with(reference)
                .toUuid();
    }

    /** What it states of its payment. */
    public Content content() {
        if (!transfer.isCustomers()) {
            return new Content.Noted(type.code());
        }
        return switch (type.statement()) {
            case PRESENTMENT -> new Content.Presentment(reference, amounts, false);
            case LAST_PRESENTMENT -> new Content.Presentment(reference, amounts, true);
            case PRESENTMENT_REVERSAL -> new Content.PresentmentReversal(takenBack());
            case REFUND -> new Content.Refund(reference, amounts);
            case REFUND_REVERSAL -> new Content.RefundReversal(takenBack());
            case EXPIRY -> new Content.NetworkExpiry(reference);
            case ADJUSTMENT -> new Content.Adjustment(type.code(), reference, amounts, transfer.isCredit());
        };
    }

    private String takenBack() {
        return Objects.requireNonNull(original);
    }
}
