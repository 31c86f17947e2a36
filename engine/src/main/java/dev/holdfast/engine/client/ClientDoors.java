package dev.holdfast.engine.client;

import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.sqlclient.Pool;

import java.time.InstantSource;

/** Everything that this package offers, on one database and under one set of keys. */
public record ClientDoors(Clients clients, Tokens tokens, SigningKeys signingKeys, WorkerExecutor worker) {

    /** One thread: requests for tokens must not take the processors from authorizations. */
    private static final int THREADS = 1;

    /** @param keys seal the signing keys */
    public static ClientDoors open(Vertx vertx, Pool pool, VaultKeys keys, InstantSource clock) {
        WorkerExecutor worker = vertx.createSharedWorkerExecutor("holdfast-clients", THREADS);
        ClientStore store = new ClientStore(pool);
        ClientDirectory directory = new ClientDirectory(store);
        SigningKeys signingKeys = new SigningKeys(new SigningKeyStore(pool, keys), worker, clock);
        return new ClientDoors(
                new Clients(store, directory, worker),
                new Tokens(store, directory, signingKeys, worker, clock),
                signingKeys,
                worker);
    }

    /** Ends the thread; what it has under way is not waited for. */
    public Future<Void> close() {
        return worker.close();
    }
}
