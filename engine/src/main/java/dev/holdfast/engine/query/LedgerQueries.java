package dev.holdfast.engine.query;

import dev.holdfast.engine.account.AccountView;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the ledger. An empty optional means that the tenant has no such account. */
public final class LedgerQueries {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Pool pool;
    private final QueryMetrics metrics;

    public LedgerQueries(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.metrics = new QueryMetrics(meters, pool::size);
    }

    public Future<Optional<AccountView>> account(AccountKey key) {
        return query(QueryStore.ACCOUNT, byAccount(key)).map(QueryRows::account);
    }

    /** The account's balances as they were at an instant, from the journal; status and credit limits are today's. */
    public Future<Optional<AccountView>> accountAt(AccountKey key, Instant at) {
        return query(QueryStore.ACCOUNT_AT, byAccount(key).addValue(offset(at))).map(QueryRows::account);
    }

    /**
     * Lists an account's journal, newest first.
     *
     * <p>Fails with {@link IllegalArgumentException} if the cursor is none that this list has handed out.
     */
    public Future<Optional<Page<EntryView>>> entries(AccountKey key, EntryFilter filter) {
        EntryCursor cursor;
        try {
            cursor = EntryCursor.parse(filter.cursor());
        } catch (IllegalArgumentException notOurs) {
            return Future.failedFuture(notOurs);
        }
        Tuple parameters = byAccount(key)
                .addValue(cursor.below())
                .addValue(offset(filter.from()))
                .addValue(offset(filter.to()))
                .addValue(filter.transactionId())
                .addValue(filter.limit() + 1);
        return query(QueryStore.ENTRIES, parameters).compose(rows -> {
            Page<EntryView> page = page(list(rows, QueryRows::entry), filter.limit(), shown -> {
                shown.forEach(cursor::pass);
                return cursor.toString();
            });
            return ifExists(key, page);
        });
    }

    /**
     * Lists an account's holds in the order of their references.
     *
     * <p>Fails with {@link IllegalArgumentException} if the cursor is none that this list has handed out.
     *
     * @param openOnly whether to leave closed holds out
     * @param limit holds on a page, 1 to {@link EntryFilter#MAX_LIMIT}
     */
    public Future<Optional<Page<HoldView>>> holds(
            AccountKey key, boolean openOnly, int limit, @Nullable String cursor) {
        UUID after;
        try {
            after = cursor == null ? BEFORE_ALL : UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            return Future.failedFuture(notOurs);
        }
        Tuple parameters = byAccount(key).addValue(after).addValue(openOnly).addValue(limit + 1);
        return query(QueryStore.HOLDS, parameters)
                .compose(rows -> ifExists(
                        key,
                        page(
                                list(rows, QueryRows::hold),
                                limit,
                                shown -> shown.get(shown.size() - 1).ref().toString())));
    }

    /** The entries of one card payment, oldest first, at most {@link EntryFilter#MAX_LIMIT}. */
    public Future<TransactionView> transaction(int tenantId, String transactionId) {
        return query(QueryStore.TRANSACTION, Tuple.of(transactionId, tenantId, EntryFilter.MAX_LIMIT + 1))
                .map(rows -> TransactionView.of(list(rows, QueryRows::entry)));
    }

    /** The tenant's trial balance, one per currency. */
    public Future<List<TrialBalance>> trialBalance(int tenantId) {
        return query(QueryStore.TRIAL_BALANCE, Tuple.of(tenantId)).map(QueryRows::trialBalances);
    }

    /** One row more than the page was read: if it is there, another page follows. */
    private static <T> Page<T> page(List<T> read, int limit, Function<List<T>, String> cursor) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<T> shown = read.subList(0, limit);
        return new Page<>(shown, cursor.apply(shown));
    }

    /** An empty page may be that of an account without rows, or of no account. */
    private <T> Future<Optional<Page<T>>> ifExists(AccountKey key, Page<T> page) {
        return page.items().isEmpty()
                ? account(key).map(found -> found.map(account -> page))
                : Future.succeededFuture(Optional.of(page));
    }

    private Future<RowSet<Row>> query(String sql, Tuple parameters) {
        long started = System.nanoTime();
        return metrics.watch(pool.preparedQuery(sql).execute(parameters), started);
    }

    private static Tuple byAccount(AccountKey key) {
        AccountId id = AccountId.of(key);
        return Tuple.tuple().addValue(id.bucket()).addValue(id.value());
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(read.apply(row)));
        return list;
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
