package dev.holdfast.ledgerapi.auth;

import dev.holdfast.engine.client.Scope;
import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class BearerIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String TRIAL_BALANCE = "/v1/ledger/trial_balance";
    private static final ApiClient TENANT = API.newTenant();
    private static final Map<Set<Scope>, String> TOKENS = new ConcurrentHashMap<>();

    private final TestClient client = TestClient.of(API, TENANT);

    static Stream<Endpoint> endpointsWithAScope() {
        return Arrays.stream(Endpoint.values()).filter(endpoint -> !endpoint.isPublic());
    }

    private static String tokenWith(Set<Scope> scopes) {
        return TOKENS.computeIfAbsent(
                scopes, some -> TestClient.of(API, TENANT, some).token());
    }

    private Reply call(Endpoint endpoint, String token) {
        String path = endpoint.template().replaceAll("\\{[a-z_]+}", "0c6fd1b3-5b9e-8d6f-9f13-5f0d4bb1a0f2");
        return TENANT.send(client.request(path, token)
                .method(
                        endpoint.method(),
                        endpoint.takesBody() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @MethodSource("endpointsWithAScope")
    void asksEveryTokenForTheScopeOfTheEndpoint(Endpoint endpoint) {
        Set<Scope> others = EnumSet.complementOf(EnumSet.of(endpoint.scope()));

        Reply without = call(endpoint, tokenWith(others));
        Reply with = call(endpoint, tokenWith(EnumSet.of(endpoint.scope())));

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.json().get("error_code").textValue()).isEqualTo("forbidden");
        assertThat(without.json().get("message").textValue())
                .endsWith(" " + endpoint.scope().text());
        assertThat(with.status()).as(with.text()).isNotIn(401, 403).isLessThan(500);
    }

    @Test
    void readsTheSchemeWithoutRegardToCase() {
        assertThat(TENANT.send(TENANT.anonymous(TRIAL_BALANCE)
                                .header("Authorization", "bearer  " + client.token())
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "hfs_1_a"})
    void refusesWhatIsNoToken(String token) {
        Reply reply = client.get(TRIAL_BALANCE, token);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().get("error_code").textValue()).isEqualTo("unauthorized");
    }

    @Test
    void saysInTheHeaderThatTheTokenIsNotValid() {
        String token = client.token();
        String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";

        Reply reply = client.get(TRIAL_BALANCE, forged);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(client.get(TRIAL_BALANCE, token).status()).isEqualTo(200);
    }

    @Test
    void refusesAKeyAndATokenAtOnce() {
        assertThat(TENANT.send(client.request(TRIAL_BALANCE, client.token())
                                .header("X-API-Key", TENANT.key())
                                .GET())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void leavesApiKeysAsTheyAreBesideAnotherScheme() {
        assertThat(TENANT.send(TENANT.request(TRIAL_BALANCE)
                                .header("Authorization", "Basic YTpi")
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsAClientTheAccountsOfItsTenantAlone() {
        String ref = TENANT.openAccount("100.00");
        TestClient stranger = TestClient.of(API, API.newTenant());
        String path = "/v1/ledger/accounts/" + ref;

        assertThat(client.get(path, client.token()).status()).isEqualTo(200);
        assertThat(stranger.get(path, stranger.token()).status()).isEqualTo(404);
    }

    @Test
    void refusesATokenWhoseSecretIsRevoked() {
        String token = client.token();
        assertThat(client.get(TRIAL_BALANCE, token).status()).isEqualTo(200);

        RunningApi.await(API.engine().clients().revokeSecret(TENANT.tenant().id(), UUID.fromString(client.id()), 1));

        assertThat(client.get(TRIAL_BALANCE, token).status()).isEqualTo(401);
    }

    @Test
    void takesTokensOfBothKeysAcrossARotation() {
        String before = client.token();
        RunningApi.await(API.engine().signingKeys().rotate());
        String after = client.token();

        assertThat(client.get(TRIAL_BALANCE, before).status()).isEqualTo(200);
        assertThat(client.get(TRIAL_BALANCE, after).status()).isEqualTo(200);
        assertThat(TENANT.get("/.well-known/jwks.json").json().get("keys")).hasSizeGreaterThan(1);
    }
}
