package dev.holdfast.engine.client;

import dev.holdfast.engine.client.ClientOutcome.Given;
import dev.holdfast.engine.client.ClientOutcome.Rejected;
import dev.holdfast.engine.client.ClientOutcome.Rejection;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** Clients and their secrets, for an operator. Futures fail with the database's own exception if it cannot be asked. */
public final class Clients {

    /** Two are a change of secrets; the others are for programs that change at different times. */
    public static final int MAX_SECRETS = 5;

    /** A tenant has a handful of programs. */
    public static final int MAX_LISTED = 1000;

    private static final int FIRST = 1;

    private final ClientStore store;
    private final ClientDirectory directory;
    private final WorkerExecutor worker;
    private final SecureRandom random = new SecureRandom();

    Clients(ClientStore store, ClientDirectory directory, WorkerExecutor worker) {
        this.store = store;
        this.directory = directory;
        this.worker = worker;
    }

    private record Drawn(ClientSecret secret, SecretHash hash) {}

    private Future<Drawn> draw(int number) {
        return worker.executeBlocking(() -> {
            ClientSecret secret = ClientSecret.draw(number, random);
            return new Drawn(secret, SecretHash.of(secret, random));
        });
    }

    /** Makes a client with its first secret. */
    public Future<ClientOutcome> create(ClientOrder order) {
        UUID client = UUID.randomUUID();
        return draw(FIRST)
                .compose(drawn -> store.create(client, order, FIRST, drawn.hash())
                        .map(created ->
                                created ? new Given(client, drawn.secret()) : new Rejected(Rejection.NAME_TAKEN)));
    }

    /** Gives a client another secret; those that it has stay valid. */
    public Future<ClientOutcome> addSecret(int tenant, UUID client) {
        return store.nextSecret(client, tenant).compose(next -> {
            if (next.isEmpty()) {
                return rejected(Rejection.CLIENT_NOT_FOUND);
            }
            return next.get().live() >= MAX_SECRETS
                    ? rejected(Rejection.TOO_MANY_SECRETS)
                    : addSecret(client, next.get().number());
        });
    }

    private Future<ClientOutcome> addSecret(UUID client, int number) {
        return draw(number)
                .compose(drawn -> store.addSecret(client, number, drawn.hash()).map(added -> {
                    directory.forget(client);
                    return added ? new Given(client, drawn.secret()) : new Rejected(Rejection.CHANGED_MEANWHILE);
                }));
    }

    private static Future<ClientOutcome> rejected(Rejection reason) {
        return Future.succeededFuture(new Rejected(reason));
    }

    /**
     * Revokes a secret: no token is issued for it any more, and those that were are refused, here at once and in other
     * processes soon.
     *
     * @return false if the tenant has no such client, or it no such secret that is live
     */
    public Future<Boolean> revokeSecret(int tenant, UUID client, int number) {
        return store.revokeSecret(client, tenant, number).onSuccess(done -> directory.forget(client));
    }

    /**
     * Disables a client for good, with all of its secrets and tokens.
     *
     * @return false if the tenant has no such client that is not disabled
     */
    public Future<Boolean> disable(int tenant, UUID client) {
        return store.disable(client, tenant).onSuccess(done -> directory.forget(client));
    }

    /** A tenant's clients by name, {@link #MAX_LISTED} at most. */
    public Future<List<ClientView>> list(int tenant) {
        return store.list(tenant, MAX_LISTED);
    }
}
