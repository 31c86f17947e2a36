package dev.holdfast.engine.verification;

import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.LedgerCode;
import io.vertx.sqlclient.Row;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What one bucket's journal adds up to on each account of the chart. */
final class AuditedTotals {

    private record Key(int tenantId, String currency, short code) {}

    /** Minor units; exact however long the journal is. */
    private record Sum(BigDecimal debit, BigDecimal credit, long openHolds) {

        static final Sum ZERO = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Sum plus(Sum other) {
            return new Sum(debit.add(other.debit), credit.add(other.credit), openHolds + other.openHolds);
        }
    }

    private final Map<Key, Sum> sums = new HashMap<>();

    void post(int tenantId, JournalEntry.Movement movement) {
        BigDecimal amount = BigDecimal.valueOf(movement.amount().minor());
        String currency = movement.amount().currency().code();
        add(tenantId, currency, movement.operation().debit(), new Sum(amount, BigDecimal.ZERO, 0));
        add(tenantId, currency, movement.operation().credit(), new Sum(BigDecimal.ZERO, amount, 0));
    }

    void countOpenHold(int tenantId, String currency) {
        add(tenantId, currency, LedgerCode.CUSTOMER_HELD, new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 1));
    }

    private void add(int tenantId, String currency, LedgerCode code, Sum sum) {
        sums.merge(new Key(tenantId, currency, code.number()), sum, Sum::plus);
    }

    /** Compares a stored total; what is left at the end has no row. */
    void compare(Row row, Findings findings) {
        Key key = new Key(row.getInteger(0), row.getString(1), row.getShort(2));
        Sum expected = sums.getOrDefault(key, Sum.ZERO);
        sums.remove(key);
        String subject = subject(key);
        Check check = Check.TOTALS_MATCH_JOURNAL;
        findings.compare(
                check, subject, "debits", expected.debit(), row.getNumeric(3).bigDecimalValue());
        findings.compare(
                check, subject, "credits", expected.credit(), row.getNumeric(4).bigDecimalValue());
        findings.compare(check, subject, "open holds", expected.openHolds(), row.getLong(5));
    }

    void close(Findings findings) {
        sums.keySet().forEach(key -> findings.add(Check.TOTALS_MATCH_JOURNAL, subject(key), "has no row"));
    }

    private static String subject(Key key) {
        return "total of tenant " + key.tenantId() + " " + key.currency() + " code " + key.code();
    }
}
