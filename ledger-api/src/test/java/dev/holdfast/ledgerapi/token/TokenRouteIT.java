package dev.holdfast.ledgerapi.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.engine.client.Scope;
import dev.holdfast.engine.testing.Canaries;
import dev.holdfast.engine.testing.LogLines;
import dev.holdfast.ledgerapi.contract.Contract;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class TokenRouteIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String GRANT = "grant_type=client_credentials";

    private final ApiClient tenant = API.newTenant();
    private final TestClient client = TestClient.of(API, tenant, Set.of(Scope.READ_TRANSACTIONS, Scope.READ_LEDGER));

    private static String paramOf(Reply reply) {
        return reply.json().at("/details/0/param").textValue();
    }

    private static String scopesIn(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        String claims = reply.json().get("access_token").textValue().split("\\.", 3)[1];
        String text = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return text.replaceAll(".*\"scope\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void givesATokenForABasicHeader() {
        Reply reply = client.ask(GRANT);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(Contract.names(reply.json().fieldNames()))
                .containsExactly("access_token", "expires_in", "id_token", "token_type");
        assertThat(reply.json().get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(reply.json().get("expires_in").intValue()).isEqualTo(3600);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(scopesIn(reply)).isEqualTo("txn.r ledger.r");
    }

    @Test
    void givesATokenForAForm() {
        String credentials = "&client_id=" + client.id() + "&client_secret=" + client.secret();

        assertThat(scopesIn(client.askPlainly(GRANT + credentials))).isEqualTo("txn.r ledger.r");
        assertThat(client.askPlainly(GRANT).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "txn.r, txn.r",
        "resources%2Ftransactions.read, txn.r",
        "resources/transactions.read+ledger.r, txn.r ledger.r",
        "ledger.r%20txn.r%20txn.r, txn.r ledger.r",
        "'', txn.r ledger.r"
    })
    void takesBothSpellingsOfScopes(String asked, String given) {
        assertThat(scopesIn(client.ask(GRANT + "&scope=" + asked))).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"txn.x", "txn.r,ledger.r", "openid", "txn.r txn.u"})
    void refusesScopesThatThereAreNotOrThatTheClientMayNotAskFor(String asked) {
        Reply reply = client.ask(GRANT + "&scope=" + asked.replace(' ', '+'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(paramOf(reply)).isEqualTo("scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "grant_type=", "grant_type=password", "scope=txn.r", "grant_type"})
    void refusesOtherGrants(String form) {
        Reply reply = client.ask(form);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(paramOf(reply)).isEqualTo("grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&grant_type=client_credentials", "&a=%zz", "&a=\u00e9", "&a=b c", "&client_id=other"})
    void refusesFormsThatAreNotWellMade(String more) {
        assertThat(client.ask(GRANT + more).status()).isEqualTo(400);
    }

    @Test
    void refusesASecretInTwoPlaces() {
        assertThat(paramOf(client.ask(GRANT + "&client_secret=" + client.secret())))
                .isEqualTo("client_secret");
        assertThat(client.ask(GRANT + "&client_id=" + client.id()).status()).isEqualTo(200);
    }

    @Test
    void takesNoOtherTypeOfBody() {
        Reply reply = tenant.send(tenant.anonymous("/oauth2/token").POST(BodyPublishers.ofString("{}")));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text()).contains("application/x-www-form-urlencoded");
    }

    @Test
    void givesEveryWrongSecretTheSameAnswer() {
        TestClient other = TestClient.of(API, tenant);
        UUID id = UUID.fromString(client.id());
        String second = RunningApi.await(
                        API.engine().clients().addSecret(tenant.tenant().id(), id))
                .fold(given -> given.secret().reveal(), rejected -> "");
        RunningApi.await(API.engine().clients().revokeSecret(tenant.tenant().id(), id, 2));

        for (TestClient wrong : List.of(
                client.withSecret(second),
                client.withSecret(other.secret()),
                client.withSecret("password"),
                client.withSecret(""),
                client.withSecret(client.secret().substring(0, 48) + "!"),
                new TestClient(tenant, UUID.randomUUID().toString(), client.secret()),
                new TestClient(tenant, "nobody", client.secret()))) {
            Reply reply = wrong.ask(GRANT);
            assertThat(reply.status()).as(reply.text()).isEqualTo(401);
            assertThat(reply.json().get("error_code").textValue()).isEqualTo("unauthorized");
            assertThat(reply.json().get("message").textValue())
                    .isEqualTo("the client is not known, or the secret is not one of its own");
            assertThat(reply.header("WWW-Authenticate")).startsWith("Basic");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic YQ==", "Digest a", "Bearer a", ""})
    void refusesHeadersThatAreNotBasic(String header) {
        assertThat(tenant.send(tenant.anonymous("/oauth2/token")
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .header("Authorization", header)
                                .POST(BodyPublishers.ofString(GRANT)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tellsAClientThatAsksTooOftenHowLongToWait() {
        TestClient eager = TestClient.of(API, tenant);
        Reply last = eager.ask(GRANT);
        for (int i = 0; i < 200 && last.status() == 200; i++) {
            last = eager.ask(GRANT);
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().get("error_code").textValue()).isEqualTo("too_many_requests");
        assertThat(last.header("Retry-After")).isEqualTo("3");
        assertThat(client.ask(GRANT).status()).isEqualTo(200);
    }

    @Test
    void publishesTheKeyThatATokenIsSignedWith() throws GeneralSecurityException {
        String[] token = client.token().split("\\.", 3);
        JsonNode header =
                tenant.get("/.well-known/jwks.json").json().get("keys").get(0);

        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(header.get("n")), number(header.get("e")))));
        check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(check.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(token[0]), StandardCharsets.UTF_8))
                .contains("\"kid\":\"" + header.get("kid").textValue() + "\"", "\"alg\":\"RS256\"");
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.textValue()));
    }

    @Test
    void writesNoSecretAndNoTokenToTheLogOrToARow() {
        try (LogLines log = new LogLines()) {
            String token = client.token();
            client.get("/v1/ledger/trial_balance", token);
            client.get("/v1/controls", token);
            client.askPlainly(GRANT + "&client_id=x&client_secret=" + client.secret());
            client.withSecret(client.secret() + "x").ask(GRANT);

            assertThat(List.copyOf(log.texts()))
                    .noneMatch(line -> line.contains(client.secret()) || line.contains(token));
            assertThat(Canaries.rows(API.database().url()))
                    .noneMatch(row -> row.contains(client.secret()) || row.contains(token));
        }
    }
}
