package dev.holdfast.engine.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Clients that call. Only those are looked for that a genuine token names, so nobody fills it with others. */
final class ClientDirectory {

    private static final int REMEMBERED_CLIENTS = 10_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final ClientStore store;
    private final Cache<UUID, Remembered<Optional<ClientFacts>>> clients = Caffeine.newBuilder()
            .expireAfterAccess(UNUSED)
            .maximumSize(REMEMBERED_CLIENTS)
            .build();

    ClientDirectory(ClientStore store) {
        this.store = store;
    }

    /** A client that is not disabled. */
    Future<Optional<ClientFacts>> find(UUID client) {
        return clients.get(client, id -> new Remembered<>(() -> store.find(id))).get();
    }

    /** Sees at once what has been changed here. */
    void forget(UUID client) {
        Remembered<Optional<ClientFacts>> known = clients.getIfPresent(client);
        if (known != null) {
            known.forget();
        }
    }
}
