package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * One of the ledger's operations, valid in itself; whether it may happen is decided against the book.
 *
 * @param operation what to do
 * @param account whose balance
 * @param references the caller's names for the request
 * @param amount how much; absent only where a hold's whole remainder is released
 * @param target the hold ({@code tenant_hold_balance_ref}) or, for operations that act on no hold, the balance
 *     ({@code tenant_balance_ref}) that is meant; absent to open a hold, or for the account's default balance
 * @param forced whether the network imposes the movement, so that it posts whatever is available. The engine's own
 *     judgement, never the caller's word
 */
public record LedgerRequest(
        Operation operation,
        AccountKey account,
        References references,
        @Nullable Money amount,
        @Nullable String target,
        boolean forced) {

    public LedgerRequest {
        if (amount == null && !operation.releasesHold()) {
            throw new IllegalArgumentException(operation + " needs an amount");
        }
        if (amount != null && (amount.minor() <= 0 || amount.minor() > Money.MAX_MINOR)) {
            throw new IllegalArgumentException("an amount is from 1 to " + Money.MAX_MINOR + " minor units");
        }
        if (target == null && operation.actsOnHold() && operation != Operation.HOLD) {
            throw new IllegalArgumentException(operation + " needs a hold");
        }
    }

    /**
     * Digest of what the caller asked. Two requests with the same fingerprint are the same request; {@code forced} is
     * left out, because it follows from the tenant's settings and not from the caller.
     */
    public UUID fingerprint() {
        return Digest.of("request")
                .with(operation.number())
                .with(references.transactionId())
                .with(references.actionRef())
                .with(amount == null ? 0 : amount.minor())
                .with(amount == null ? null : amount.currency().code())
                .with(target)
                .toUuid();
    }
}
