package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads cards for callers. The futures fail with a {@link dev.holdfast.engine.lane.Failure}. */
final class CardViewStore {

    /** By way of the vault's row, which knows the account. */
    private static final String CARD = "SELECT " + CardStore.COLUMNS + """
            , n.tenant_id, n.account_ref
            FROM card_number n
            JOIN card c ON c.bucket = n.bucket AND c.account_id = n.account_id AND c.card_id = n.card_id
            WHERE n.card_id = $1 AND n.tenant_id = $2
            """;

    private static final String CARDS = "SELECT " + CardStore.COLUMNS + """
            FROM card c
            WHERE c.bucket = $1 AND c.account_id = $2 AND c.card_id > $3
            ORDER BY c.card_id LIMIT $4
            """;

    private final Pool pool;

    CardViewStore(Pool pool) {
        this.pool = pool;
    }

    Future<Optional<CardView>> card(int tenantId, UUID card) {
        return CardFailures.known(pool.preparedQuery(CARD)
                .execute(Tuple.of(card, tenantId))
                .map(rows -> {
                    Iterator<Row> found = rows.iterator();
                    return found.hasNext() ? Optional.of(view(found.next())) : Optional.empty();
                }));
    }

    private static CardView view(Row row) {
        return CardView.of(new AccountKey(row.getInteger(14), row.getString(15)), CardRows.booked(row));
    }

    Future<List<CardView>> cards(AccountKey key, UUID after, int limit) {
        AccountId account = AccountId.of(key);
        Tuple parameters = Tuple.of(account.bucket(), account.value(), after, limit);
        return CardFailures.known(pool.preparedQuery(CARDS).execute(parameters).map(rows -> {
            List<CardView> views = new ArrayList<>();
            rows.forEach(row -> views.add(CardView.of(key, CardRows.booked(row))));
            return views;
        }));
    }
}
