package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One transfer between two accounts of the chart. Never changed once written.
 *
 * @param position where in the journal it stands
 * @param movement what moved
 * @param after the balance and hold right after it
 * @param references the caller's names for the request
 * @param fingerprint digest of the request
 * @param postedAt database time, microseconds, never before the balance's previous entry
 * @param hash SHA-256 over all of this and the previous entry's hash
 */
public record JournalEntry(
        Position position,
        Movement movement,
        After after,
        References references,
        UUID fingerprint,
        Instant postedAt,
        ChainHash hash)
        implements Settled {

    /**
     * @param account whose balance it changed
     * @param balance which balance of the account, counted from 0
     * @param seq counts the balance's entries from 1 without a gap
     */
    public record Position(AccountId account, short balance, long seq) {}

    /**
     * @param operation says which accounts of the chart were debited and credited
     * @param amount what moved; zero only where nothing remained on a hold that was released
     * @param forced whether the network imposed it, so that no limit was asked
     */
    public record Movement(Operation operation, Money amount, boolean forced) {

        /** By how many minor units this changes an account of the chart that is kept as a liability. */
        public long changeOf(LedgerCode code) {
            if (operation.debit() == code) {
                return -amount.minor();
            }
            return operation.credit() == code ? amount.minor() : 0;
        }
    }

    /**
     * @param available minor units
     * @param held minor units
     * @param hold the hold acted on, if any
     */
    public record After(long available, long held, @Nullable HoldAfter hold) {}

    /**
     * @param id the hold ({@code tenant_hold_balance_ref} on the wire)
     * @param remaining minor units that are still held under it
     */
    public record HoldAfter(UUID id, long remaining) {}

    /** Digest of account and idempotency key, unique in the journal. */
    public UUID keyDigest() {
        return new Named.Key(position.account(), references.idempotencyKey()).digest();
    }

    /** The entry's reference on the wire ({@code tenant_action_ref}). */
    public UUID receipt() {
        return hash.toReceipt();
    }

    /** Makes the entry that follows {@code previous} in its balance's chain. */
    static JournalEntry chain(
            ChainHash previous, Position position, Movement movement, After after, Settlement settlement) {
        ChainHash hash = hash(previous, position, movement, after, settlement);
        return new JournalEntry(
                position, movement, after, settlement.references(), settlement.fingerprint(), settlement.at(), hash);
    }

    /**
     * Recomputes the hash that this entry must have when it follows {@code previous}; {@link #hash()} if nobody has
     * altered either.
     */
    public ChainHash hashAfter(ChainHash previous) {
        return hash(previous, position, movement, after, new Settlement(references, fingerprint, postedAt));
    }

    private static ChainHash hash(
            ChainHash previous, Position position, Movement movement, After after, Settlement settlement) {
        HoldAfter hold = after.hold();
        References references = settlement.references();
        return ChainHash.of(Digest.of("entry")
                .with(previous.toBytes())
                .with(position.account().value())
                .with(position.balance())
                .with(position.seq())
                .with(movement.operation().number())
                .with(movement.amount().minor())
                .with(movement.amount().currency().code())
                .with(movement.forced() ? 1 : 0)
                .with(after.available())
                .with(after.held())
                .with(hold == null ? null : hold.id())
                .with(hold == null ? 0 : hold.remaining())
                .with(references.idempotencyKey())
                .with(references.transactionId())
                .with(references.actionRef())
                .with(settlement.fingerprint())
                .with(ChronoUnit.MICROS.between(Instant.EPOCH, settlement.at()))
                .toBytes());
    }
}
