package dev.holdfast.engine.client;

import dev.holdfast.engine.client.ClientRig.Made;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.VaultKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

import static dev.holdfast.engine.client.ClientRig.caller;
import static dev.holdfast.engine.client.ClientRig.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SigningKeysIT {

    private final ClientRig rig = new ClientRig();
    private final ClientDoors server = rig.server();
    private final Made client = rig.newClient(server);

    @AfterEach
    void stop() {
        rig.close();
    }

    private static String keyOf(String token) {
        return Jwt.read(token).orElseThrow().keyId();
    }

    private static List<String> published(ClientDoors server) {
        return Await.on(server.signingKeys().published()).stream()
                .map(PublicKeyView::keyId)
                .toList();
    }

    private void age(Duration time) {
        Jdbc.execute(
                rig.database().url(),
                "UPDATE signing_key SET created_at = created_at - interval '" + time.toSeconds() + " seconds'");
    }

    @Test
    void publishesTheKeyThatSignsAndDrawsItOnce() {
        List<String> keys = published(server);

        assertThat(keys).hasSize(1);
        assertThat(keyOf(token(server, client.request()))).isEqualTo(keys.get(0));
        assertThat(published(rig.server())).isEqualTo(keys);
    }

    @Test
    void keepsBothKeysLiveAcrossARotation() {
        String before = token(server, client.request());
        age(SigningKeys.ANNOUNCED);

        String fresh = Await.on(server.signingKeys().rotate());

        assertThat(published(server)).containsExactly(fresh, keyOf(before));
        String meanwhile = token(server, client.request());
        assertThat(keyOf(meanwhile)).isEqualTo(keyOf(before));
        rig.setAhead(SigningKeys.ANNOUNCED.plusSeconds(1));
        String after = token(server, client.request());
        assertThat(keyOf(after)).isEqualTo(fresh);
        for (String token : List.of(before, meanwhile, after)) {
            assertThat(caller(server, token)).isPresent();
            assertThat(caller(rig.server(), token)).isPresent();
        }
    }

    @Test
    void drawsTheNextKeyBeforeTheLastOneEnds() {
        String first = keyOf(token(server, client.request()));
        age(SigningKeys.SIGNS.minus(SigningKeys.OVERLAP));
        ClientDoors later = rig.server();

        assertThat(keyOf(token(later, client.request()))).isEqualTo(first);

        Await.until("there is another key", () -> published(later).size() == 2);
    }

    @Test
    void signsNoMoreWithAKeyThatHasEndedAndStillChecksWithIt() {
        String old = token(server, client.request());
        age(SigningKeys.SIGNS);
        ClientDoors later = rig.server();

        assertThat(keyOf(token(later, client.request()))).isNotEqualTo(keyOf(old));
        assertThat(caller(later, old)).isPresent();

        age(SigningKeys.OVERLAP);
        assertThat(caller(rig.server(), old)).isEmpty();
    }

    @Test
    void refusesTheTokensOfARevokedKey() {
        String token = token(server, client.request());

        assertThat(Await.on(server.signingKeys().revoke(keyOf(token)))).isTrue();

        assertThat(caller(server, token)).isEmpty();
        assertThat(Await.on(server.signingKeys().revoke(keyOf(token)))).isFalse();
        assertThat(caller(server, token(server, client.request()))).isPresent();
    }

    @Test
    void goesOnWhenTheVaultsKeyIsGone() {
        String token = token(server, client.request());
        ClientDoors other = rig.server(ClientRig.newKeys());

        String another = token(other, client.request());

        assertThat(keyOf(another)).isNotEqualTo(keyOf(token));
        assertThat(caller(other, token)).isPresent();
        Await.until(
                "the first server has met the other's key",
                () -> caller(server, another).isPresent());
    }

    @Test
    void signsWithTheSameKeyAfterTheVaultsKeyHasChanged() {
        String token = token(server, client.request());
        SecureRandom random = new SecureRandom();
        KeyRing changed = rig.keys().ring().withNewEncryptionKey(random);

        assertThat(keyOf(token(rig.server(new VaultKeys(changed, random)), client.request())))
                .isEqualTo(keyOf(token));
    }

    @Test
    void drawsNoKeyForEachRequestWhereTheClockIsWrong() {
        rig.setAhead(SigningKeys.CHECKS);
        for (int i = 0; i < 5; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Await.on(server.signingKeys().published()))
                    .withMessageContaining("clock");
        }

        assertThat(Jdbc.queryText(rig.database().url(), "SELECT count(*) FROM signing_key"))
                .isEqualTo("1");
    }

    @Test
    void isNotStoppedByARowThatSomebodyAltered() {
        String token = token(server, client.request());
        Jdbc.execute(
                rig.database().url(),
                "INSERT INTO signing_key VALUES (repeat('x', 43), '\\x00', 1, '\\x00', clock_timestamp())");

        assertThat(caller(rig.server(), token)).isPresent();
    }
}
