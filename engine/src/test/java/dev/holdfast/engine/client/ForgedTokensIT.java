package dev.holdfast.engine.client;

import dev.holdfast.engine.client.ClientRig.Made;
import dev.holdfast.engine.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static dev.holdfast.engine.client.ClientRig.caller;
import static dev.holdfast.engine.client.ClientRig.token;
import static org.assertj.core.api.Assertions.assertThat;

/** Tokens that look like ours. */
class ForgedTokensIT {

    private static final ClientRig RIG = new ClientRig();
    private static final ClientDoors SERVER = RIG.server();
    private static final Made CLIENT = RIG.newClient(SERVER);
    private static final String TOKEN = token(SERVER, CLIENT.request(Scope.READ_ACCOUNTS));

    private final String[] parts = TOKEN.split("\\.", 3);

    @AfterAll
    static void stop() {
        RIG.close();
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static SigningKey newKey() {
        KeyPair pair = SigningKey.draw();
        return SigningKey.of(
                pair.getPublic().getEncoded(), Optional.of(pair.getPrivate().getEncoded()), Instant.now());
    }

    @Test
    void takesTheGenuineOne() {
        assertThat(caller(SERVER, TOKEN)).isPresent();
    }

    @Test
    void refusesClaimsThatWereAltered() {
        String claims = decoded(parts[1]);
        assertThat(claims).contains("\"acct.r\"");
        String more = encoded(claims.replace("\"acct.r\"", "\"acct.r acct.u\""));

        assertThat(caller(SERVER, parts[0] + "." + more + "." + parts[2])).isEmpty();
    }

    @Test
    void refusesTheSignatureOfAnotherKeyWhateverItIsCalled() {
        SigningKey other = newKey();
        AccessClaims claims = new AccessClaims(
                CLIENT.id(),
                1,
                EnumSet.allOf(Scope.class),
                Instant.now(),
                Instant.now().plusSeconds(60));
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);

        assertThat(caller(SERVER, Jwt.sign(AccessClaims.TYPE, claims.toAccessToken(), other)))
                .isEmpty();
        assertThat(caller(SERVER, parts[0] + "." + parts[1] + "." + encoded(other.sign(signed))))
                .isEmpty();
    }

    @Test
    void refusesEveryOtherAlgorithm() throws GeneralSecurityException {
        String keyId = Jwt.read(TOKEN).orElseThrow().keyId();
        for (String algorithm : new String[] {"none", "None", "HS256", "RS512", "PS256", ""}) {
            String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\",\"kid\":\"" + keyId + "\"}");
            assertThat(caller(SERVER, header + "." + parts[1] + ".")).isEmpty();
            assertThat(caller(SERVER, header + "." + parts[1] + "." + parts[2])).isEmpty();
            assertThat(caller(SERVER, header + "." + parts[1] + "." + mac(header)))
                    .isEmpty();
        }
    }

    /** With the public key as the secret, which fools who lets the header choose. */
    private String mac(String header) throws GeneralSecurityException {
        String modulus = Await.on(SERVER.signingKeys().published()).get(0).modulus();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(modulus.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return encoded(mac.doFinal((header + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void refusesHeadersThatBringAKey() {
        for (String member : new String[] {"\"jwk\":{}", "\"jku\":\"https://example.com\"", "\"crit\":[]"}) {
            String header = encoded(decoded(parts[0]).replace("{", "{" + member + ","));
            assertThat(caller(SERVER, header + "." + parts[1] + "." + parts[2])).isEmpty();
        }
    }

    @Test
    void refusesAnIdToken() {
        assertThat(caller(SERVER, ClientRig.issued(SERVER, CLIENT.request()).id()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.e30", "\u00e9.\u00e9.\u00e9", "e30.e30.e30.e30"})
    void refusesWhatIsNoTokenAtAll(String text) {
        assertThat(caller(SERVER, text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(caller(SERVER, TOKEN + "A".repeat(Jwt.MAX_LENGTH))).isEmpty();
    }
}
