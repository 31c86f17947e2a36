package dev.holdfast.engine.client;

import dev.holdfast.engine.client.ClientRig.Made;
import dev.holdfast.engine.client.TokenOutcome.Refusal;
import dev.holdfast.engine.client.TokenOutcome.Refused;
import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.testing.Await;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.holdfast.engine.client.ClientRig.caller;
import static dev.holdfast.engine.client.ClientRig.token;
import static org.assertj.core.api.Assertions.assertThat;

class TokensIT {

    private static final ClientRig RIG = new ClientRig();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClientDoors server = RIG.server();
    private final Made client = RIG.newClient(server);

    @AfterEach
    void setTheClock() {
        RIG.setAhead(Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        RIG.close();
    }

    private Refusal refusal(TokenRequest request) {
        return Await.on(server.tokens().issue(request))
                .fold(
                        issued -> {
                            throw new AssertionError("a token was issued");
                        },
                        Refused::reason);
    }

    @Test
    void issuesATokenThatSaysWhoseItIsAndWhatItAllows() {
        String all = token(server, client.request());
        String narrow = token(server, client.request(Scope.READ_TRANSACTIONS));

        assertThat(caller(server, all)).contains(new Caller(client.tenant(), client.id(), EnumSet.allOf(Scope.class)));
        assertThat(caller(server, narrow).orElseThrow().scopes()).containsExactly(Scope.READ_TRANSACTIONS);
        assertThat(caller(RIG.server(), narrow)).isPresent();
    }

    @Test
    void refusesWhatTheClientMayNotAskFor() {
        Made narrow = RIG.newClient(server, Set.of(Scope.READ_ACCOUNTS));

        assertThat(refusal(narrow.request(Scope.READ_ACCOUNTS, Scope.UPDATE_ACCOUNTS)))
                .isEqualTo(Refusal.SCOPE_NOT_ALLOWED);
        assertThat(caller(server, token(server, narrow.request())).orElseThrow().scopes())
                .containsExactly(Scope.READ_ACCOUNTS);
    }

    @Test
    void refusesEverySecretThatIsNotOneOfTheClients() {
        Made other = RIG.newClient(server);

        assertThat(refusal(client.request(ClientSecret.draw(1, RANDOM)))).isEqualTo(Refusal.CLIENT_NOT_KNOWN);
        assertThat(refusal(client.request(ClientSecret.draw(2, RANDOM)))).isEqualTo(Refusal.CLIENT_NOT_KNOWN);
        assertThat(refusal(client.request(ClientSecret.draw(99_999, RANDOM)))).isEqualTo(Refusal.CLIENT_NOT_KNOWN);
        assertThat(refusal(client.request(other.secret()))).isEqualTo(Refusal.CLIENT_NOT_KNOWN);
        assertThat(refusal(new TokenRequest(UUID.randomUUID(), client.secret(), null)))
                .isEqualTo(Refusal.CLIENT_NOT_KNOWN);
    }

    @Test
    void hearsEachOfTwoSecretsUntilOneIsRevoked() {
        Made second = ClientRig.given(
                client.tenant(),
                Await.on(server.clients().addSecret(client.tenant().id(), client.id())));
        String byFirst = token(server, client.request());
        String bySecond = token(server, second.request());
        assertThat(caller(server, byFirst)).isPresent();
        assertThat(caller(server, bySecond)).isPresent();

        assertThat(Await.on(server.clients().revokeSecret(client.tenant().id(), client.id(), 1)))
                .isTrue();

        assertThat(refusal(client.request())).isEqualTo(Refusal.CLIENT_NOT_KNOWN);
        assertThat(caller(server, byFirst)).isEmpty();
        assertThat(caller(server, bySecond)).isPresent();
        assertThat(token(server, second.request())).isNotEmpty();
    }

    @Test
    void hearsADisabledClientNoMore() {
        String token = token(server, client.request());
        assertThat(caller(server, token)).isPresent();

        assertThat(Await.on(server.clients().disable(client.tenant().id(), client.id())))
                .isTrue();

        assertThat(caller(server, token)).isEmpty();
        assertThat(refusal(client.request())).isEqualTo(Refusal.CLIENT_NOT_KNOWN);
    }

    @Test
    void letsATokenLiveForAnHourAndNoLonger() {
        String token = token(server, client.request());

        RIG.setAhead(Tokens.LIFETIME.minusSeconds(30));
        assertThat(caller(server, token)).isPresent();
        RIG.setAhead(Tokens.LIFETIME);
        assertThat(caller(server, token)).isEmpty();
    }

    @Test
    void refusesAClientThatAsksTooOften() {
        for (int i = 0; i < TokenRate.BURST; i++) {
            assertThat(refusal(client.request(ClientSecret.draw(1, RANDOM)))).isEqualTo(Refusal.CLIENT_NOT_KNOWN);
        }

        assertThat(refusal(client.request())).isEqualTo(Refusal.TOO_OFTEN);
        assertThat(token(server, RIG.newClient(server).request())).isNotEmpty();
    }

    @Test
    void turnsAwayWhatIsMoreThanCanWait() {
        List<Future<TokenOutcome>> asked = new ArrayList<>();
        for (int i = 0; i < Tokens.MAX_WAITING + 8; i++) {
            asked.add(server.tokens().issue(client.request()));
        }

        for (Future<TokenOutcome> beyond : asked.subList(Tokens.MAX_WAITING, asked.size())) {
            assertThat(Await.failureOf(beyond)).isEqualTo(Failure.Kind.BUSY);
        }
        Await.on(Future.join(asked.subList(0, Tokens.MAX_WAITING)));
        assertThat(token(server, RIG.newClient(server).request())).isNotEmpty();
    }
}
