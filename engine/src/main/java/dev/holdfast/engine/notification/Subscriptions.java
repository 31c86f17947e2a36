package dev.holdfast.engine.notification;

import dev.holdfast.engine.notification.SubscriptionOutcome.Done;
import dev.holdfast.engine.notification.SubscriptionOutcome.Reason;
import dev.holdfast.engine.notification.SubscriptionOutcome.Refused;
import dev.holdfast.engine.vault.VaultKeys;
import dev.holdfast.engine.vault.VaultRow;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Where tenants want to be told. A change counts for what is claimed after it; one request may be under way to the old URL.
 * Futures fail with the database's own exception if it cannot be asked, or with {@link IllegalStateException} if a
 * subscription's secrets do not open under the keys that there are.
 */
public final class Subscriptions {

    /** Of one tenant: each is a row more for every event. */
    public static final int MAX_SUBSCRIPTIONS = 16;

    /** How long the secret before a new one signs, too. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final Pool pool;
    private final VaultKeys keys;
    private final TargetPolicy policy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(Pool pool, VaultKeys keys, TargetPolicy policy, Clock clock) {
        this.pool = pool;
        this.keys = keys;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is wrong with a URL as {@link TargetPolicy#problem} says. */
    public Optional<String> problem(String url) {
        return policy.problem(url);
    }

    /** Makes a subscription, with a secret that is shown this once. It is told of what happens from now on. */
    public Future<SubscriptionOutcome> create(int tenant, SubscriptionRequest request) {
        if (policy.problem(request.url()).isPresent()) {
            return refused(Reason.URL_NOT_ALLOWED);
        }
        UUID id = UUID.randomUUID();
        Secrets secrets = Secrets.draw(random, request.header());
        Tuple row = Tuple.of(id, tenant, request.url(), types(request), request.batch());
        addSecrets(row, request, secrets, new VaultRow(tenant, id));
        return pool.withTransaction(connection -> ask(connection, SubscriptionStore.LOCK_TENANT, Tuple.of(tenant))
                .compose(locked -> ask(connection, SubscriptionStore.COUNT, Tuple.of(tenant)))
                .compose(counted -> first(counted).getLong(0) >= MAX_SUBSCRIPTIONS
                        ? refused(Reason.TOO_MANY)
                        : ask(connection, SubscriptionStore.INSERT, row).map(made -> done(made, secrets.current()))));
    }

    private void addSecrets(Tuple row, SubscriptionRequest request, Secrets secrets, VaultRow place) {
        AuthHeader header = request.header();
        row.addValue(header == null ? null : header.name());
        row.addValue(Buffer.buffer(secrets.seal(keys.texts(), place)));
    }

    /** All of a tenant's, the oldest first. */
    public Future<List<SubscriptionView>> list(int tenant) {
        return pool.preparedQuery(SubscriptionStore.LIST)
                .execute(Tuple.of(tenant))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Subscriptions::view)
                        .toList());
    }

    /** Gives it another URL, types, form and header; its secret stays. One that was disabled is active again. */
    public Future<SubscriptionOutcome> replace(int tenant, UUID id, SubscriptionRequest request) {
        if (policy.problem(request.url()).isPresent()) {
            return refused(Reason.URL_NOT_ALLOWED);
        }
        return change(tenant, id, (connection, secrets) -> {
            Tuple row = Tuple.of(tenant, id, request.url(), types(request), request.batch());
            addSecrets(row, request, secrets.withHeader(request.header()), new VaultRow(tenant, id));
            return ask(connection, SubscriptionStore.REPLACE, row)
                    .map(changed -> new Done(view(first(changed)), Optional.empty()));
        });
    }

    /** Draws a new secret, shown this once. The one before signs, too, for {@link #OVERLAP}; the one before that no more. */
    public Future<SubscriptionOutcome> rotateSecret(int tenant, UUID id) {
        return change(tenant, id, (connection, secrets) -> {
            Secrets rotated = secrets.rotated(random);
            byte[] sealed = rotated.seal(keys.texts(), new VaultRow(tenant, id));
            Tuple row = Tuple.of(tenant, id, Buffer.buffer(sealed))
                    .addValue(DeliveryStore.at(clock.instant().plus(OVERLAP)));
            return ask(connection, SubscriptionStore.ROTATE, row).map(changed -> done(changed, rotated.current()));
        });
    }

    /** Deletes it. What it was to be told stays in the database, and is not sent. */
    public Future<Boolean> delete(int tenant, UUID id) {
        return pool.preparedQuery(SubscriptionStore.DELETE)
                .execute(Tuple.of(tenant, id))
                .map(rows -> rows.rowCount() > 0);
    }

    /** A change that needs the secrets. */
    @FunctionalInterface
    private interface Change {
        Future<SubscriptionOutcome> apply(SqlConnection connection, Secrets secrets);
    }

    private Future<SubscriptionOutcome> change(int tenant, UUID id, Change change) {
        return pool.withTransaction(connection -> ask(connection, SubscriptionStore.LOCK, Tuple.of(tenant, id))
                .compose(found -> found.size() == 0
                        ? refused(Reason.NOT_FOUND)
                        : change.apply(connection, secrets(first(found)))));
    }

    private Secrets secrets(Row row) {
        VaultRow place = new VaultRow(row.getInteger(1), row.getUUID(0));
        return Secrets.open(row.getBuffer(7).getBytes(), keys.texts(), place)
                .orElseThrow(() -> new IllegalStateException("a subscription's secrets do not open"));
    }

    private static String[] types(SubscriptionRequest request) {
        return request.types().stream().sorted().toArray(String[]::new);
    }

    private static SubscriptionOutcome done(RowSet<Row> rows, SigningSecret secret) {
        return new Done(view(first(rows)), Optional.of(secret));
    }

    private static Future<SubscriptionOutcome> refused(Reason reason) {
        return Future.succeededFuture(new Refused(reason));
    }

    private static SubscriptionView view(Row row) {
        return new SubscriptionView(
                row.getUUID(0),
                row.getInteger(1),
                row.getString(2),
                List.of(row.getArrayOfStrings(3)),
                row.getBoolean(4),
                row.getString(5),
                row.getBoolean(6));
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }

    private static Future<RowSet<Row>> ask(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }
}
