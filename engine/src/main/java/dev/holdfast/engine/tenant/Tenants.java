package dev.holdfast.engine.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.engine.lane.Failure;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who may call. Futures fail with the database's own exception if it cannot be asked. */
public final class Tenants {

    /** After which a key is looked up again; until the answer is there, the old one stands. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** After which a known key is known no more if the database could not be asked again. */
    private static final Duration STALE = Duration.ofSeconds(60);

    /** Enough for every key in use. Known and unknown keys are kept apart, so that no flood of these drives out those. */
    private static final int REMEMBERED_KEYS = 10_000;

    /** Look-ups of keys never seen, at a time; beyond it they are turned away, and known keys are not held up. */
    private static final int MAX_UNKNOWN_LOOKUPS = 32;

    /** A tenant, and when its key was last looked up. */
    private record Known(Tenant tenant, long seenNanos) {}

    private final Pool pool;
    private final Cache<ApiKey, Known> known;
    private final Cache<ApiKey, Boolean> unknown;
    private final Set<ApiKey> refreshing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unknownLookups = new AtomicInteger();

    public Tenants(Pool pool) {
        this(pool, REMEMBERED_KEYS);
    }

    /**
     * Remembers fewer or more keys.
     *
     * @param remembered how many known keys, and how many unknown ones
     */
    Tenants(Pool pool, int remembered) {
        this.pool = pool;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(STALE)
                .maximumSize(remembered)
                .build();
        this.unknown = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .maximumSize(remembered)
                .build();
    }

    /**
     * Finds the tenant that an API key belongs to. The answer is remembered: a revoked key may work in other processes for
     * {@link #FRESH}, and for {@link #STALE} if the database cannot be asked.
     *
     * <p>Fails with a {@link Failure} of kind busy if too many unknown keys are being looked up.
     */
    public Future<Optional<Tenant>> authenticate(String apiKey) {
        ApiKey key = ApiKey.of(apiKey);
        Known remembered = known.getIfPresent(key);
        if (remembered != null) {
            if (System.nanoTime() - remembered.seenNanos() > FRESH.toNanos() && refreshing.add(key)) {
                lookUp(key).onComplete(done -> refreshing.remove(key));
            }
            return Future.succeededFuture(Optional.of(remembered.tenant()));
        }
        if (unknown.getIfPresent(key) != null) {
            return Future.succeededFuture(Optional.empty());
        }
        if (unknownLookups.incrementAndGet() > MAX_UNKNOWN_LOOKUPS) {
            unknownLookups.decrementAndGet();
            return Future.failedFuture(new Failure(Failure.Kind.BUSY, "too many unknown keys at a time", null));
        }
        return lookUp(key).onComplete(done -> unknownLookups.decrementAndGet());
    }

    private Future<Optional<Tenant>> lookUp(ApiKey key) {
        return find(key).onSuccess(found -> {
            if (found.isPresent()) {
                known.put(key, new Known(found.get(), System.nanoTime()));
            } else {
                known.invalidate(key);
                unknown.put(key, true);
            }
        });
    }

    private void forget(ApiKey key) {
        known.invalidate(key);
        unknown.invalidate(key);
    }

    private Future<Optional<Tenant>> find(ApiKey key) {
        return pool.preparedQuery(TenantStore.FIND_BY_KEY)
                .execute(Tuple.of(key.toBuffer()))
                .map(rows -> {
                    Iterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        return Optional.empty();
                    }
                    Row row = found.next();
                    return key.matches(row.getBuffer(3)) ? Optional.of(tenant(row)) : Optional.empty();
                });
    }

    /** Finds a tenant by its name, for an operator. */
    public Future<Optional<Tenant>> find(String name) {
        return pool.preparedQuery(TenantStore.FIND_BY_NAME)
                .execute(Tuple.of(name))
                .map(rows -> {
                    Iterator<Row> found = rows.iterator();
                    return found.hasNext() ? Optional.of(tenant(found.next())) : Optional.empty();
                });
    }

    /** Whether there is a tenant at all. */
    public Future<Boolean> any() {
        return pool.preparedQuery(TenantStore.ANY_TENANT)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** On a database without tenants creates the tenant {@code demo} with this key; otherwise does nothing. */
    public Future<Void> bootstrap(String apiKey) {
        return any().compose(any ->
                any ? Future.succeededFuture() : insert("demo", apiKey).mapEmpty());
    }

    /** Creates a tenant with its first key. Fails with {@link IllegalArgumentException} if the name is taken. */
    public Future<Tenant> create(String name, String apiKey) {
        return insert(name, apiKey)
                .map(created -> created.orElseThrow(() -> new IllegalArgumentException("the name is taken")));
    }

    private Future<Optional<Tenant>> insert(String name, String apiKey) {
        ApiKey key = ApiKey.of(apiKey);
        return pool.preparedQuery(TenantStore.CREATE_WITH_KEY)
                .execute(Tuple.of(name, key.toBuffer()))
                .map(rows -> {
                    forget(key);
                    Iterator<Row> created = rows.iterator();
                    return created.hasNext() ? Optional.of(tenant(created.next())) : Optional.empty();
                });
    }

    /** Adds a key to a tenant; its others stay valid. A key that is known already stays with whom it belongs to. */
    public Future<Void> addKey(Tenant tenant, String apiKey) {
        ApiKey key = ApiKey.of(apiKey);
        return pool.preparedQuery(TenantStore.ADD_KEY)
                .execute(Tuple.of(key.toBuffer(), tenant.id()))
                .onSuccess(added -> forget(key))
                .mapEmpty();
    }

    /** Revokes a key, at once here and in other processes as {@link #authenticate} says. */
    public Future<Void> revokeKey(String apiKey) {
        ApiKey key = ApiKey.of(apiKey);
        return pool.preparedQuery(TenantStore.REVOKE_KEY)
                .execute(Tuple.of(key.toBuffer()))
                .onSuccess(revoked -> forget(key))
                .mapEmpty();
    }

    private static Tenant tenant(Row row) {
        return new Tenant(row.getInteger(0), row.getString(1), row.getBoolean(2));
    }
}
