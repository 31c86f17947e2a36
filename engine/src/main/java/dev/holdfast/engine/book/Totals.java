package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Currency;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How much a batch adds to the totals of the chart of accounts. */
final class Totals {

    /** One row of totals. Sorted, because rows are locked in this order: two processes then never wait in a circle. */
    record Key(short bucket, int tenantId, String currency, LedgerCode code) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::bucket)
                .thenComparing(Key::tenantId)
                .thenComparing(Key::currency)
                .thenComparing(Key::code);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Minor units, and holds opened less holds closed. A batch is small enough for a long. */
    record Sum(long debit, long credit, long openHolds) {

        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(debit, other.debit),
                    Math.addExact(credit, other.credit),
                    openHolds + other.openHolds);
        }
    }

    private final Map<Key, Sum> sums = new TreeMap<>();

    void post(short bucket, int tenantId, Currency currency, JournalEntry.Movement movement) {
        long amount = movement.amount().minor();
        Operation operation = movement.operation();
        add(new Key(bucket, tenantId, currency.code(), operation.debit()), new Sum(amount, 0, 0));
        add(new Key(bucket, tenantId, currency.code(), operation.credit()), new Sum(0, amount, 0));
    }

    void countOpenHolds(short bucket, int tenantId, Currency currency, int change) {
        add(new Key(bucket, tenantId, currency.code(), LedgerCode.CUSTOMER_HELD), new Sum(0, 0, change));
    }

    private void add(Key key, Sum sum) {
        sums.merge(key, sum, Sum::plus);
    }

    /** Ascending. */
    Collection<Map.Entry<Key, Sum>> rows() {
        return sums.entrySet();
    }
}
