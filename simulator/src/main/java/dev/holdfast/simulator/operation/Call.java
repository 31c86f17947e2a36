package dev.holdfast.simulator.operation;

import dev.holdfast.simulator.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * One request to the server.
 *
 * @param operation what to do
 * @param account whose ({@code tenant_account_ref})
 * @param references the caller's names for it
 * @param amount how much; absent on a restore of all that remains and on a change of status
 * @param target the hold or the balance that is meant; absent to open a hold, or for the default balance
 */
public record Call(
        Operation operation,
        String account,
        References references,
        @Nullable Amount amount,
        @Nullable String target) {

    public String key() {
        return references.key();
    }

    /** The amount in minor units, 0 where there is none. */
    public long minor() {
        return amount == null ? 0 : amount.minor();
    }

    /** One line for a report: what was asked, without the caller's names for it. */
    public String describe() {
        return operation.wireName() + " account=" + account + " amount=" + (amount == null ? "none" : amount)
                + " target=" + (target == null ? "none" : target);
    }
}
