package dev.holdfast.engine.network;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.FactRows;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.query.Page;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads messages and what became of them. */
public final class MessageQueries {

    /** Messages of one authorization and its payment. */
    public static final int MAX_MESSAGES = 200;

    private final Pool pool;

    public MessageQueries(Pool pool) {
        this.pool = pool;
    }

    /** What is known of a tenant's authorization; empty if there is no message about it. */
    public Future<Optional<AuthorizationView>> authorization(int tenantId, UUID authorization) {
        Tuple parameters = Tuple.of(authorization, tenantId, MAX_MESSAGES);
        return pool.preparedQuery(MessageQueryStore.BY_AUTHORIZATION)
                .execute(parameters)
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    String ref = rows.iterator().next().getString(MessageQueryStore.ACCOUNT_REF);
                    return completed(new AccountKey(tenantId, ref), views(rows)).map(Optional::of);
                });
    }

    private Future<AuthorizationView> completed(AccountKey key, List<MessageView> messages) {
        UUID payment = messages.stream()
                .map(message -> message.outcome().payment())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (payment == null) {
            boolean truncated = messages.size() >= MAX_MESSAGES;
            return Future.succeededFuture(new AuthorizationView(key.ref(), messages, truncated, null));
        }
        AccountId account = AccountId.of(key);
        Tuple byPayment = Tuple.of(account.bucket(), account.value(), payment);
        Tuple ofPayment = Tuple.of(account.bucket(), account.value(), payment, MAX_MESSAGES);
        return pool.preparedQuery(MessageQueryStore.BY_PAYMENT)
                .execute(ofPayment)
                .compose(others -> payment(byPayment).map(view -> merged(key.ref(), messages, views(others), view)));
    }

    private static AuthorizationView merged(
            String ref,
            List<MessageView> own,
            List<MessageView> others,
            AuthorizationView.@Nullable PaymentView payment) {
        Map<UUID, MessageView> all = new LinkedHashMap<>();
        own.forEach(message -> all.put(message.id(), message));
        others.forEach(message -> all.putIfAbsent(message.id(), message));
        List<MessageView> ordered = all.values().stream()
                .sorted(Comparator.comparing(
                        (MessageView message) -> message.times().decidedAt()))
                .limit(MAX_MESSAGES)
                .toList();
        return new AuthorizationView(ref, ordered, all.size() >= MAX_MESSAGES, payment);
    }

    private Future<AuthorizationView.@Nullable PaymentView> payment(Tuple byPayment) {
        return pool.preparedQuery(MessageQueryStore.PAYMENT)
                .execute(byPayment)
                .compose(found -> pool.preparedQuery(MessageQueryStore.FACTS)
                        .execute(byPayment)
                        .map(facts ->
                                found.size() == 0 ? null : view(found.iterator().next(), facts)));
    }

    private static AuthorizationView.PaymentView view(Row row, RowSet<Row> facts) {
        Set<Fact> stated = new HashSet<>();
        facts.forEach(fact -> stated.add(FactRows.fact(fact, 0)));
        OffsetDateTime expiresAt = row.getOffsetDateTime(2);
        return new AuthorizationView.PaymentView(
                row.getUUID(3),
                Currency.of(row.getString(0)),
                new Payment(stated),
                row.getOffsetDateTime(1).toInstant(),
                expiresAt == null ? null : expiresAt.toInstant());
    }

    /**
     * Lists an account's requests, the newest first; none if there is no such account.
     *
     * <p>Fails with {@link IllegalArgumentException} if the cursor is none that this list has handed out.
     */
    public Future<Page<MessageView>> requests(AccountKey key, MessageFilter filter, @Nullable String cursor) {
        MessageCursor from;
        try {
            from = MessageCursor.parse(cursor);
        } catch (IllegalArgumentException notOurs) {
            return Future.failedFuture(notOurs);
        }
        AccountId account = AccountId.of(key);
        Response response = filter.response();
        Tuple parameters = Tuple.tuple()
                .addValue(account.bucket())
                .addValue(account.value())
                .addValue(filter.card())
                .addValue(response == null ? null : response.number())
                .addValue(offset(filter.from()))
                .addValue(offset(filter.to()))
                .addValue(offset(from.before()))
                .addValue(from.id())
                .addValue(filter.limit() + 1);
        return pool.preparedQuery(MessageQueryStore.REQUESTS)
                .execute(parameters)
                .map(rows -> page(views(rows), filter.limit()));
    }

    private static Page<MessageView> page(List<MessageView> read, int limit) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<MessageView> shown = read.subList(0, limit);
        return new Page<>(shown, MessageCursor.text(shown.get(limit - 1)));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static List<MessageView> views(RowSet<Row> rows) {
        List<MessageView> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(MessageRows.view(row)));
        return views;
    }
}
