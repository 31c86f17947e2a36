package dev.holdfast.engine.verification;

import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.FactRows;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.payment.Position;
import io.vertx.sqlclient.Row;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The card payments of one bucket: what the journal has moved for each, and what its facts come to. */
final class AuditedPayments {

    /** Minor units that the journal has set aside and settled for a payment. */
    private record Moved(long held, long settled) {

        static final Moved NOTHING = new Moved(0, 0);

        Moved with(JournalEntry.Movement movement) {
            return new Moved(
                    held + movement.changeOf(LedgerCode.CUSTOMER_HELD),
                    settled + movement.changeOf(LedgerCode.NETWORK_SETTLEMENT));
        }

        Moved plus(Moved other) {
            return new Moved(held + other.held, settled + other.settled);
        }
    }

    /** By payment id, as the journal's transaction reference spells it. */
    private final Map<String, Moved> moved = new HashMap<>();

    private final Map<String, Set<Fact>> facts = new HashMap<>();

    /** Parts of payments, and what they were joined to: that knows their facts, too. */
    private final Map<String, String> joined = new HashMap<>();

    void post(JournalEntry entry) {
        String payment = entry.references().transactionId();
        if (payment != null && Payment.posted(entry)) {
            moved.put(payment, moved.getOrDefault(payment, Moved.NOTHING).with(entry.movement()));
        }
    }

    void fact(Row row, Findings findings) {
        String payment = row.getUUID(0).toString();
        try {
            facts.computeIfAbsent(payment, missing -> new HashSet<>()).add(FactRows.fact(row, 1));
        } catch (IllegalArgumentException unreadable) {
            findings.add(Check.ROWS_BELONG, "payment " + payment, "unreadable: " + unreadable.getMessage());
        }
    }

    void join(Row row) {
        joined.put(row.getUUID(0).toString(), row.getUUID(1).toString());
    }

    void close(Findings findings) {
        joined.forEach((part, payment) -> {
            facts.remove(part);
            Moved before = moved.remove(part);
            if (before != null) {
                moved.merge(payment, before, Moved::plus);
            }
        });
        Set<String> all = new HashSet<>(facts.keySet());
        all.addAll(moved.keySet());
        for (String payment : all) {
            Moved stored = moved.getOrDefault(payment, Moved.NOTHING);
            try {
                compare(payment, new Payment(facts.getOrDefault(payment, Set.of())).position(), stored, findings);
            } catch (ArithmeticException tooLarge) {
                findings.add(Check.PAYMENTS_MATCH_JOURNAL, "payment " + payment, "its facts cannot be summed up");
            }
        }
    }

    private static void compare(String payment, Position position, Moved stored, Findings findings) {
        Check check = Check.PAYMENTS_MATCH_JOURNAL;
        String subject = "payment " + payment;
        findings.compare(check, subject, "held", position.held(), stored.held());
        findings.compare(check, subject, "settled", position.settled(), stored.settled());
    }
}
