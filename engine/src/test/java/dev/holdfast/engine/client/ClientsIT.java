package dev.holdfast.engine.client;

import dev.holdfast.engine.client.ClientOutcome.Rejected;
import dev.holdfast.engine.client.ClientOutcome.Rejection;
import dev.holdfast.engine.client.ClientRig.Made;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Canaries;
import dev.holdfast.engine.testing.LogLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientsIT {

    private static final ClientRig RIG = new ClientRig();

    /** What PKCS #8 begins an RSA key with, after its length; a public key begins otherwise. */
    private static final String PRIVATE_KEY = "020100300d06092a864886f70d010101";

    private final ClientDoors server = RIG.server();
    private final Clients clients = server.clients();
    private final Made client = RIG.newClient(server, Set.of(Scope.READ_ACCOUNTS, Scope.READ_CARDS));
    private final int tenant = client.tenant().id();

    @AfterAll
    static void stop() {
        RIG.close();
    }

    private Rejection rejection(ClientOutcome outcome) {
        return outcome.fold(
                given -> {
                    throw new AssertionError("it was done");
                },
                Rejected::reason);
    }

    @Test
    void listsATenantsClientsAndTheirLiveSecrets() {
        Await.on(clients.addSecret(tenant, client.id()));
        Await.on(clients.addSecret(tenant, client.id()));
        Await.on(clients.revokeSecret(tenant, client.id(), 2));

        ClientView view = Await.on(clients.list(tenant)).get(0);

        assertThat(view.id()).isEqualTo(client.id());
        assertThat(view.name()).isEqualTo("back end");
        assertThat(view.scopes()).containsExactlyInAnyOrder(Scope.READ_ACCOUNTS, Scope.READ_CARDS);
        assertThat(view.liveSecrets()).containsExactly(1, 3);
        assertThat(view.disabled()).isFalse();
    }

    @Test
    void refusesANameThatTheTenantHasAndNotThatOfAnother() {
        Tenant other = RIG.newTenant();

        assertThat(rejection(Await.on(clients.create(new ClientOrder(tenant, "back end", Set.of(Scope.READ_CARDS))))))
                .isEqualTo(Rejection.NAME_TAKEN);
        assertThat(Await.on(clients.create(new ClientOrder(other.id(), "back end", Set.of(Scope.READ_CARDS)))))
                .isInstanceOf(ClientOutcome.Given.class);
    }

    @Test
    void givesNoMoreSecretsThanAClientNeeds() {
        for (int i = 1; i < Clients.MAX_SECRETS; i++) {
            Await.on(clients.addSecret(tenant, client.id()));
        }

        assertThat(rejection(Await.on(clients.addSecret(tenant, client.id())))).isEqualTo(Rejection.TOO_MANY_SECRETS);
        Await.on(clients.revokeSecret(tenant, client.id(), 1));
        assertThat(ClientRig.given(client.tenant(), Await.on(clients.addSecret(tenant, client.id())))
                        .secret()
                        .number())
                .isEqualTo(Clients.MAX_SECRETS + 1);
    }

    @Test
    void touchesNoClientOfAnotherTenant() {
        int stranger = RIG.newTenant().id();

        assertThat(rejection(Await.on(clients.addSecret(stranger, client.id()))))
                .isEqualTo(Rejection.CLIENT_NOT_FOUND);
        assertThat(Await.on(clients.revokeSecret(stranger, client.id(), 1))).isFalse();
        assertThat(Await.on(clients.disable(stranger, client.id()))).isFalse();
        assertThat(Await.on(clients.list(stranger))).isEmpty();
        assertThat(Await.on(clients.disable(tenant, UUID.randomUUID()))).isFalse();
    }

    @Test
    void refusesAnOrderWithoutNameOrScopes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientOrder(1, " ", Set.of(Scope.READ_CARDS)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientOrder(1, "n".repeat(65), Set.of(Scope.READ_CARDS)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientOrder(1, "name", Set.of()));
    }

    @Test
    void leavesNoSecretTokenOrPrivateKeyInARowOrInTheLog() {
        try (LogLines log = new LogLines()) {
            Made made = RIG.newClient(server);
            String token = ClientRig.token(server, made.request());
            Await.on(server.tokens().verify(token));
            Await.on(server.tokens().issue(client.request(made.secret())));
            String secret = made.secret().reveal();
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));

            for (String row : Canaries.rows(RIG.database().url()).toList()) {
                assertThat(row).doesNotContain(secret, hex, token, PRIVATE_KEY);
            }
            assertThat(List.copyOf(log.texts()))
                    .noneMatch(line -> line.contains(secret) || line.contains(token) || line.contains(PRIVATE_KEY));
        }
    }
}
