package dev.holdfast.ops.client;

import dev.holdfast.engine.client.ClientOrder;
import dev.holdfast.engine.client.ClientOutcome;
import dev.holdfast.engine.client.ClientView;
import dev.holdfast.engine.client.Clients;
import dev.holdfast.engine.client.PublicKeyView;
import dev.holdfast.engine.client.Scope;
import dev.holdfast.engine.client.SigningKeys;
import dev.holdfast.ops.card.CardOffice;
import io.vertx.core.Future;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Clients and signing keys. Its methods block, and throw {@link IllegalArgumentException} with what is refused. */
public final class ClientDesk {

    private final CardOffice office;

    public ClientDesk(CardOffice office) {
        this.office = office;
    }

    private Clients clients() {
        return office.engine().clients();
    }

    private SigningKeys signingKeys() {
        return office.engine().signingKeys();
    }

    private int tenant(String name) {
        return office.tenant(name).id();
    }

    /**
     * Makes a client with its first secret.
     *
     * @param scopes in either spelling, separated by white space
     */
    public ClientOutcome.Given create(String tenant, String name, String scopes) {
        Set<Scope> known = Scope.findAll(scopes)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a scope is not known; there are " + Scope.text(Set.of(Scope.values()))));
        return given(clients().create(new ClientOrder(tenant(tenant), name, known)), "making the client");
    }

    /** Gives a client another secret. */
    public ClientOutcome.Given addSecret(String tenant, UUID client) {
        return given(clients().addSecret(tenant(tenant), client), "adding the secret");
    }

    private ClientOutcome.Given given(Future<ClientOutcome> outcome, String what) {
        return office.await(outcome, what).fold(given -> given, rejected -> {
            throw new IllegalArgumentException(rejected.reason().message());
        });
    }

    public void revokeSecret(String tenant, UUID client, int number) {
        require(
                office.await(clients().revokeSecret(tenant(tenant), client, number), "revoking the secret"),
                "the tenant has no such client, or it has no live secret of this number");
    }

    /** Disables a client for good. */
    public void disable(String tenant, UUID client) {
        require(
                office.await(clients().disable(tenant(tenant), client), "disabling the client"),
                "the tenant has no such client, or it is disabled");
    }

    /** A tenant's clients by name. */
    public List<ClientView> list(String tenant) {
        return office.await(clients().list(tenant(tenant)), "listing clients");
    }

    /** The keys that tokens may be signed with, the newest first. */
    public List<PublicKeyView> keys() {
        return office.await(signingKeys().published(), "reading the signing keys");
    }

    /** Draws a signing key, and returns its id. */
    public String rotateKey() {
        return office.await(signingKeys().rotate(), "drawing a signing key");
    }

    public void revokeKey(String keyId) {
        require(
                office.await(signingKeys().revoke(keyId), "revoking the signing key"),
                "there is no such signing key, or it is revoked");
    }

    private static void require(boolean done, String problem) {
        if (!done) {
            throw new IllegalArgumentException(problem);
        }
    }
}
