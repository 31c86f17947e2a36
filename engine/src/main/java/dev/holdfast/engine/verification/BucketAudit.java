package dev.holdfast.engine.verification;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.ChainHash;
import dev.holdfast.engine.book.HoldStatus;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.JournalRows;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Recomputes one bucket. Takes its rows table by table: balances, journal in order, holds, payments' facts, totals; then
 * closes. Keeps the bucket's balances, holds and payments in memory, not its journal.
 */
final class BucketAudit {

    /** Names one balance of one account. */
    private record BalanceKey(AccountId account, short number) {}

    /** A balance as stored, and what its journal has come to so far. */
    private record Audited(String subject, @Nullable AccountKey owner, Stored stored, Tally tally) {}

    private record Stored(String currency, long available, long held, long seq, ChainHash head) {}

    private final Findings findings;
    private final Map<BalanceKey, Audited> balances = new HashMap<>();
    private final Map<BalanceKey, Long> heldByHolds = new HashMap<>();
    private final AuditedTotals totals = new AuditedTotals();
    private final AuditedPayments payments = new AuditedPayments();
    private long entries;
    private long holds;

    BucketAudit(Findings findings) {
        this.findings = findings;
    }

    void balance(Row row) {
        AccountId id = new AccountId(row.getUUID(0));
        BalanceKey key = new BalanceKey(id, row.getShort(1));
        Integer tenantId = row.getInteger(8);
        AccountKey owner = tenantId == null ? null : new AccountKey(tenantId, row.getString(9));
        String name = owner == null ? id.value().toString() : owner.ref();
        String subject = "account " + name + " balance " + row.getString(2);
        if (owner == null || !AccountId.of(owner).equals(id)) {
            findings.add(Check.ROWS_BELONG, subject, "no account is stored under id " + id.value());
        }
        findings.compare(Check.ROWS_BELONG, subject, "account status", row.getString(11), row.getString(10));
        Stored stored = new Stored(
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                ChainHash.of(row.getBuffer(7).getBytes()));
        balances.put(key, new Audited(subject, owner, stored, new Tally(id, key.number())));
    }

    void entry(Row row) {
        entries++;
        String where = "journal " + row.getUUID(0) + "/" + row.getShort(1) + "/" + row.getLong(2);
        try {
            JournalEntry entry = JournalRows.entry(row);
            Audited balance = balances.get(
                    new BalanceKey(entry.position().account(), entry.position().balance()));
            if (balance == null) {
                findings.add(Check.ROWS_BELONG, where, "entry of a balance that does not exist");
                return;
            }
            audit(entry, balance, row);
        } catch (IllegalArgumentException unreadable) {
            findings.add(Check.ROWS_BELONG, where, "unreadable: " + unreadable.getMessage());
        }
    }

    private void audit(JournalEntry entry, Audited balance, Row row) {
        String subject = balance.subject() + " entry " + entry.position().seq();
        JournalEntry.Movement movement = entry.movement();
        findings.compare(
                Check.SIDES_MATCH_OPERATION,
                subject,
                "debit code",
                movement.operation().debit().number(),
                row.getShort(JournalRows.COLUMN_COUNT));
        findings.compare(
                Check.SIDES_MATCH_OPERATION,
                subject,
                "credit code",
                movement.operation().credit().number(),
                row.getShort(JournalRows.COLUMN_COUNT + 1));
        findings.compare(
                Check.ONE_ANSWER_PER_KEY,
                subject,
                "key digest",
                entry.keyDigest(),
                row.getUUID(JournalRows.COLUMN_COUNT + 2));
        findings.compare(
                Check.ROWS_BELONG,
                subject,
                "currency",
                balance.stored().currency(),
                movement.amount().currency().code());
        balance.tally().add(entry, subject, findings);
        payments.post(entry);
        if (balance.owner() != null) {
            totals.post(balance.owner().tenantId(), movement);
        }
    }

    void hold(Row row) {
        holds++;
        BalanceKey key = new BalanceKey(new AccountId(row.getUUID(0)), row.getShort(2));
        UUID id = row.getUUID(1);
        Audited balance = balances.get(key);
        if (balance == null) {
            findings.add(Check.ROWS_BELONG, "hold " + id, "hold of a balance that does not exist");
            return;
        }
        String subject = balance.subject() + " hold " + id;
        Optional<Tally.HoldTally> tally = balance.tally().takeHold(id);
        if (tally.isEmpty()) {
            findings.add(Check.HOLDS_MATCH_JOURNAL, subject, "no journal entry has opened it");
            return;
        }
        compare(subject, tally.get(), row);
        heldByHolds.merge(key, row.getLong(3) - row.getLong(4) - row.getLong(5), Long::sum);
        if (balance.owner() != null && row.getString(6).equals(HoldStatus.OPEN.label())) {
            totals.countOpenHold(balance.owner().tenantId(), balance.stored().currency());
        }
    }

    private void compare(String subject, Tally.HoldTally expected, Row row) {
        Check check = Check.HOLDS_MATCH_JOURNAL;
        findings.compare(check, subject, "authorized", expected.authorized, row.getLong(3));
        findings.compare(check, subject, "released", expected.released, row.getLong(4));
        findings.compare(check, subject, "captured", expected.captured, row.getLong(5));
        findings.compare(check, subject, "status", expected.status.label(), row.getString(6));
    }

    void fact(Row row) {
        payments.fact(row, findings);
    }

    void join(Row row) {
        payments.join(row);
    }

    void total(Row row) {
        totals.compare(row, findings);
    }

    /** Compares each balance with its journal's end, and names what has no row. */
    void close() {
        balances.forEach((key, balance) -> {
            String subject = balance.subject();
            Stored stored = balance.stored();
            Tally tally = balance.tally();
            findings.compare(Check.SEQUENCE_HAS_NO_GAP, subject, "entries", tally.seq(), stored.seq());
            findings.compare(Check.BALANCES_MATCH_JOURNAL, subject, "available", tally.available(), stored.available());
            findings.compare(Check.BALANCES_MATCH_JOURNAL, subject, "held", tally.held(), stored.held());
            findings.compare(Check.CHAIN_HOLDS, subject, "head of chain", tally.head(), stored.head());
            findings.compare(
                    Check.HELD_MATCHES_HOLDS, subject, "held", heldByHolds.getOrDefault(key, 0L), stored.held());
            tally.holdsLeft()
                    .keySet()
                    .forEach(id -> findings.add(Check.HOLDS_MATCH_JOURNAL, subject + " hold " + id, "has no row"));
        });
        payments.close(findings);
        totals.close(findings);
    }

    long entries() {
        return entries;
    }

    long balances() {
        return balances.size();
    }

    long holds() {
        return holds;
    }
}
