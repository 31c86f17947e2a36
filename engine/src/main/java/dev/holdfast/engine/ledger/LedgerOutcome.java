package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.Refusal;

import java.util.function.Function;

/** What became of a ledger request. */
public sealed interface LedgerOutcome {

    /**
     * The operation is in the journal, durably.
     *
     * @param entry the journal entry, with the balances after it
     * @param balanceRef the tenant's name of the balance that it changed
     * @param replayed whether an earlier request with the same key had posted it
     */
    record Applied(JournalEntry entry, String balanceRef, boolean replayed) implements LedgerOutcome {}

    /**
     * The operation was refused, durably: the same key is refused for ever.
     *
     * @param replayed whether an earlier request with the same key had been refused
     */
    record Refused(Refusal refusal, boolean replayed) implements LedgerOutcome {}

    /** The key belongs to another request; nothing was applied. */
    record KeyReused() implements LedgerOutcome {}

    /** Handles each case; the compiler sees to it that none is forgotten. */
    default <T> T fold(
            Function<Applied, T> onApplied, Function<Refused, T> onRefused, Function<KeyReused, T> onKeyReused) {
        if (this instanceof Applied applied) {
            return onApplied.apply(applied);
        }
        if (this instanceof Refused refused) {
            return onRefused.apply(refused);
        }
        return onKeyReused.apply((KeyReused) this);
    }
}
