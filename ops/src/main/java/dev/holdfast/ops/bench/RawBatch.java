package dev.holdfast.ops.bench;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.book.Operation;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;

/** The rows of one insert: what need not change is prepared, since the ceiling is PostgreSQL's and not the client's. */
final class RawBatch {

    private static final long AVAILABLE = 1_000_000_000L;
    private static final int HASH_BYTES = 32;

    private final SplittableRandom random;
    private final int size;
    private final Short[] buckets;
    private final UUID[] accounts;
    private final Short[] operations;
    private final Short[] debits;
    private final Short[] credits;
    private final Short[] balances;
    private final Long[] amounts;
    private final String[] currencies;
    private final Boolean[] forced;
    private final Long[] availables;
    private final UUID[] fingerprints;
    private final OffsetDateTime[] times;
    private final Buffer[] hashes;
    private final @Nullable UUID[] holds;
    private final @Nullable Long[] remaining;

    RawBatch(AccountId[] ids) {
        random = new SplittableRandom(ids[0].value().getLeastSignificantBits());
        size = ids.length;
        buckets = column(new Short[size], i -> ids[i].bucket());
        accounts = column(new UUID[size], i -> ids[i].value());
        operations = column(new Short[size], i -> operation(i).number());
        debits = column(new Short[size], i -> code(operation(i).debit()));
        credits = column(new Short[size], i -> code(operation(i).credit()));
        balances = column(new Short[size], i -> (short) 0);
        amounts = column(new Long[size], i -> BenchNames.AMOUNT_MINOR);
        currencies = column(new String[size], i -> BenchNames.CURRENCY);
        forced = column(new Boolean[size], i -> false);
        availables = column(new Long[size], i -> AVAILABLE - i);
        fingerprints = column(new UUID[size], i -> uuid());
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        times = column(new OffsetDateTime[size], i -> now);
        hashes = column(new Buffer[size], i -> hash());
        holds = column(new @Nullable UUID[size], i -> operation(i) == Operation.HOLD ? uuid() : null);
        remaining =
                column(new @Nullable Long[size], i -> operation(i) == Operation.HOLD ? BenchNames.AMOUNT_MINOR : null);
    }

    /** The rows with numbers from this one on, which makes them rows that were not there before. */
    Tuple rows(long from) {
        Long[] sequence = column(new Long[size], i -> from + i);
        UUID[] digests = column(new UUID[size], i -> uuid());
        String[] keys = column(new String[size], i -> BenchNames.key(from + i));
        String[] transactions = column(new String[size], i -> BenchNames.transaction(from + i));
        String[] actions = column(new String[size], i -> BenchNames.action(from + i));
        Tuple tuple = Tuple.tuple();
        for (Object column : new Object[] {
            buckets,
            accounts,
            balances,
            sequence,
            operations,
            debits,
            credits,
            amounts,
            currencies,
            forced,
            availables,
            amounts,
            holds,
            remaining,
            digests,
            keys,
            transactions,
            actions,
            fingerprints,
            times,
            hashes
        }) {
            tuple.addValue(column);
        }
        return tuple;
    }

    private static Operation operation(int index) {
        return index % 2 == 0 ? Operation.HOLD : Operation.DEBIT;
    }

    private static short code(LedgerCode code) {
        return code.number();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Buffer hash() {
        byte[] bytes = new byte[HASH_BYTES];
        random.nextBytes(bytes);
        return Buffer.buffer(bytes);
    }

    private static <T extends @Nullable Object> T[] column(T[] column, IntFunction<T> value) {
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(i);
        }
        return column;
    }
}
