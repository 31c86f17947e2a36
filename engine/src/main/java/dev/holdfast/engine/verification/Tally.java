package dev.holdfast.engine.verification;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.ChainHash;
import dev.holdfast.engine.book.HoldStatus;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.book.Operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one balance's journal adds up to, entry by entry. Written against the journal's meaning and not with the code that
 * posts, so that a mistake there shows here.
 */
final class Tally {

    private long seq;
    private long available;
    private long held;
    private ChainHash head;
    private final Map<UUID, HoldTally> holds = new HashMap<>();

    /** What one hold's entries add up to, in minor units. */
    static final class HoldTally {
        long authorized;
        long released;
        long captured;
        HoldStatus status = HoldStatus.OPEN;

        long remaining() {
            return authorized - released - captured;
        }

        private void add(Operation operation, long amount) {
            switch (operation) {
                case HOLD -> authorized += amount;
                case RESTORE, EXPIRE_HOLD -> released += amount;
                case DEBIT_HOLD -> captured += amount;
                case CREDIT_HOLD -> captured -= amount;
                case DEBIT, CREDIT, DEPOSIT, WITHDRAWAL -> throw new IllegalArgumentException("acts on no hold");
            }
            boolean release = operation == Operation.RESTORE || operation == Operation.EXPIRE_HOLD;
            if (release && remaining() == 0) {
                status = operation == Operation.RESTORE ? HoldStatus.RELEASED : HoldStatus.EXPIRED;
            } else if (operation == Operation.CREDIT_HOLD) {
                status = HoldStatus.OPEN;
            }
        }
    }

    Tally(AccountId account, short balance) {
        this.head = ChainHash.genesis(account, balance);
    }

    /** Adds the next entry and reports what it gets wrong about itself. */
    void add(JournalEntry entry, String subject, Findings findings) {
        findings.compare(
                Check.SEQUENCE_HAS_NO_GAP,
                subject,
                "sequence",
                seq + 1,
                entry.position().seq());
        findings.compare(Check.CHAIN_HOLDS, subject, "hash", entry.hashAfter(head), entry.hash());
        JournalEntry.Movement movement = entry.movement();
        available += movement.changeOf(LedgerCode.CUSTOMER_AVAILABLE);
        held += movement.changeOf(LedgerCode.CUSTOMER_HELD);
        JournalEntry.After after = entry.after();
        findings.compare(Check.BALANCES_MATCH_JOURNAL, subject, "available after", available, after.available());
        findings.compare(Check.BALANCES_MATCH_JOURNAL, subject, "held after", held, after.held());
        addToHold(entry, subject, findings);
        seq = entry.position().seq();
        head = entry.hash();
    }

    private void addToHold(JournalEntry entry, String subject, Findings findings) {
        JournalEntry.HoldAfter after = entry.after().hold();
        Operation operation = entry.movement().operation();
        if (operation.actsOnHold() != (after != null)) {
            findings.add(
                    Check.HOLDS_MATCH_JOURNAL, subject, operation + (after == null ? " without" : " with") + " a hold");
        } else if (after != null) {
            HoldTally hold = holds.computeIfAbsent(after.id(), first -> new HoldTally());
            hold.add(operation, entry.movement().amount().minor());
            findings.compare(
                    Check.HOLDS_MATCH_JOURNAL, subject, "remaining after", hold.remaining(), after.remaining());
        }
    }

    /** Takes a hold out, to be compared with its row; what is left at the end has no row. */
    Optional<HoldTally> takeHold(UUID id) {
        return Optional.ofNullable(holds.remove(id));
    }

    Map<UUID, HoldTally> holdsLeft() {
        return holds;
    }

    long seq() {
        return seq;
    }

    long available() {
        return available;
    }

    long held() {
        return held;
    }

    ChainHash head() {
        return head;
    }
}
