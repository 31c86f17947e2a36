package dev.holdfast.engine.client;

import dev.holdfast.engine.tenant.Tenant;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The rows of clients and secrets. Futures fail with the database's own exception if it cannot be asked. */
final class ClientStore {

    private static final String FIND = """
            SELECT t.tenant_id, t.name, t.forces_refund_reversals, c.scopes,
                ARRAY(SELECT s.secret_no::integer FROM client_secret s
                      WHERE s.client_id = c.client_id AND s.revoked_at IS NULL)
            FROM client c JOIN tenant t ON t.tenant_id = c.tenant_id
            WHERE c.client_id = $1 AND c.disabled_at IS NULL
            """;

    private static final String FIND_SECRET = """
            SELECT s.salt, s.iterations, s.hash, c.scopes
            FROM client_secret s JOIN client c ON c.client_id = s.client_id
            WHERE s.client_id = $1 AND s.secret_no = $2::integer AND s.revoked_at IS NULL AND c.disabled_at IS NULL
            """;

    private static final String CREATE = """
            WITH created AS (
                INSERT INTO client (client_id, tenant_id, name, scopes) VALUES ($1, $2, $3, $4)
                ON CONFLICT (tenant_id, name) DO NOTHING
                RETURNING client_id
            )
            INSERT INTO client_secret (client_id, secret_no, salt, iterations, hash)
            SELECT client_id, $5, $6, $7, $8 FROM created
            """;

    private static final String NEXT_SECRET = """
            SELECT coalesce(max(s.secret_no), 0) + 1, count(*) FILTER (WHERE s.secret_no > 0 AND s.revoked_at IS NULL)
            FROM client c LEFT JOIN client_secret s ON s.client_id = c.client_id
            WHERE c.client_id = $1 AND c.tenant_id = $2
            GROUP BY c.client_id
            """;

    private static final String ADD_SECRET = """
            INSERT INTO client_secret (client_id, secret_no, salt, iterations, hash) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (client_id, secret_no) DO NOTHING
            """;

    private static final String REVOKE_SECRET = """
            UPDATE client_secret s SET revoked_at = clock_timestamp()
            FROM client c
            WHERE c.client_id = s.client_id AND s.client_id = $1 AND c.tenant_id = $2 AND s.secret_no = $3::integer
                AND s.revoked_at IS NULL
            """;

    private static final String DISABLE = """
            UPDATE client SET disabled_at = clock_timestamp()
            WHERE client_id = $1 AND tenant_id = $2 AND disabled_at IS NULL
            """;

    private static final String LIST = """
            SELECT c.client_id, c.name, c.scopes, c.created_at,
                ARRAY(SELECT s.secret_no::integer FROM client_secret s
                      WHERE s.client_id = c.client_id AND s.revoked_at IS NULL ORDER BY s.secret_no),
                c.disabled_at IS NOT NULL
            FROM client c WHERE c.tenant_id = $1 ORDER BY c.name LIMIT $2
            """;

    /** A secret that counts, and what its client may ask for. */
    record LiveSecret(SecretHash hash, Set<Scope> scopes) {}

    /** The number that the next secret gets, and how many live ones there are. */
    record Next(int number, int live) {}

    private final Pool pool;

    ClientStore(Pool pool) {
        this.pool = pool;
    }

    Future<Optional<ClientFacts>> find(UUID client) {
        return first(
                FIND,
                Tuple.of(client),
                row -> new ClientFacts(
                        new Tenant(row.getInteger(0), row.getString(1), row.getBoolean(2)),
                        scopes(row, 3),
                        Set.of(row.getArrayOfIntegers(4))));
    }

    Future<Optional<LiveSecret>> find(UUID client, int secretNumber) {
        return first(
                FIND_SECRET,
                Tuple.of(client, secretNumber),
                row -> new LiveSecret(new SecretHash(bytes(row, 0), row.getInteger(1), bytes(row, 2)), scopes(row, 3)));
    }

    /** Makes a client with its first secret; false if the name is taken. */
    Future<Boolean> create(UUID client, ClientOrder order, int secretNumber, SecretHash hash) {
        String[] scopes = order.scopes().stream().map(Scope::text).sorted().toArray(String[]::new);
        Tuple values = Tuple.of(client, order.tenant(), order.name())
                .addArrayOfString(scopes)
                .addInteger(secretNumber);
        return changed(CREATE, add(values, hash));
    }

    Future<Optional<Next>> nextSecret(UUID client, int tenant) {
        return first(
                NEXT_SECRET,
                Tuple.of(client, tenant),
                row -> new Next(row.getInteger(0), row.getLong(1).intValue()));
    }

    /** Adds a secret; false if there is one of that number already. */
    Future<Boolean> addSecret(UUID client, int number, SecretHash hash) {
        return changed(ADD_SECRET, add(Tuple.of(client, number), hash));
    }

    Future<Boolean> revokeSecret(UUID client, int tenant, int number) {
        return changed(REVOKE_SECRET, Tuple.of(client, tenant, number));
    }

    Future<Boolean> disable(UUID client, int tenant) {
        return changed(DISABLE, Tuple.of(client, tenant));
    }

    Future<List<ClientView>> list(int tenant, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(tenant, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ClientStore::view)
                        .toList());
    }

    private static ClientView view(Row row) {
        OffsetDateTime created = Objects.requireNonNull(row.getOffsetDateTime(3));
        return new ClientView(
                Objects.requireNonNull(row.getUUID(0)),
                Objects.requireNonNull(row.getString(1)),
                scopes(row, 2),
                created.toInstant(),
                List.of(row.getArrayOfIntegers(4)),
                row.getBoolean(5));
    }

    /** What an older release has stored and this one does not know any more allows nothing. */
    private static Set<Scope> scopes(Row row, int column) {
        return Arrays.stream(row.getArrayOfStrings(column))
                .map(Scope::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static Tuple add(Tuple values, SecretHash hash) {
        return values.addBuffer(Buffer.buffer(hash.salt()))
                .addInteger(hash.iterations())
                .addBuffer(Buffer.buffer(hash.hash()));
    }

    private static byte[] bytes(Row row, int column) {
        return Objects.requireNonNull(row.getBuffer(column)).getBytes();
    }

    private <T> Future<Optional<T>> first(String sql, Tuple values, Function<Row, T> read) {
        return pool.preparedQuery(sql).execute(values).map(rows -> {
            Iterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(read.apply(found.next())) : Optional.empty();
        });
    }

    private Future<Boolean> changed(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map((RowSet<Row> rows) -> rows.rowCount() > 0);
    }
}
