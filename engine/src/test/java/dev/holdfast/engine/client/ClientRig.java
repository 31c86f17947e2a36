package dev.holdfast.engine.client;

import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.engine.tenant.Tenants;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Clients on a database of their own, without the rest of an engine, and with a clock that a test moves. */
final class ClientRig implements AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = new Connections(vertx, database.url()).openForAdministration();
    private final Tenants tenants = new Tenants(pool);
    private final VaultKeys keys = newKeys();
    private volatile Duration ahead = Duration.ZERO;

    /** A client with its first secret. */
    record Made(Tenant tenant, UUID id, ClientSecret secret) {

        TokenRequest request() {
            return new TokenRequest(id, secret, null);
        }

        TokenRequest request(ClientSecret other) {
            return new TokenRequest(id, other, null);
        }

        TokenRequest request(Scope... scopes) {
            return new TokenRequest(id, secret, Set.of(scopes));
        }
    }

    static VaultKeys newKeys() {
        SecureRandom random = new SecureRandom();
        return new VaultKeys(KeyRing.generate(random), random);
    }

    TestDatabase database() {
        return database;
    }

    VaultKeys keys() {
        return keys;
    }

    /** What one server has of clients. */
    ClientDoors server() {
        return server(keys);
    }

    ClientDoors server(VaultKeys others) {
        return ClientDoors.open(vertx, pool, others, () -> Instant.now().plus(ahead));
    }

    void setAhead(Duration time) {
        ahead = time;
    }

    Tenant newTenant() {
        return Await.on(tenants.create("tenant-" + UUID.randomUUID(), "key-" + UUID.randomUUID()));
    }

    /** A client of a new tenant that may do everything. */
    Made newClient(ClientDoors server) {
        return newClient(server, EnumSet.allOf(Scope.class));
    }

    Made newClient(ClientDoors server, Set<Scope> scopes) {
        Tenant tenant = newTenant();
        return given(tenant, Await.on(server.clients().create(new ClientOrder(tenant.id(), "back end", scopes))));
    }

    static Made given(Tenant tenant, ClientOutcome outcome) {
        return outcome.fold(given -> new Made(tenant, given.client(), given.secret()), rejected -> {
            throw new AssertionError(rejected);
        });
    }

    /** The access token that a request is given. */
    static String token(ClientDoors server, TokenRequest request) {
        return issued(server, request).access();
    }

    static TokenOutcome.Issued issued(ClientDoors server, TokenRequest request) {
        return Await.on(server.tokens().issue(request)).fold(issued -> issued, refused -> {
            throw new AssertionError(refused);
        });
    }

    static Optional<Caller> caller(ClientDoors server, String token) {
        return Await.on(server.tokens().verify(token));
    }

    @Override
    public void close() {
        Await.on(pool.close());
        Await.on(vertx.close());
        database.close();
    }
}
