package dev.holdfast.engine.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;

class ClientSecretTest {

    private final SecureRandom random = new SecureRandom();
    private final ClientSecret secret = ClientSecret.draw(7, random);

    @Test
    void saysItsNumberAndShowsNothingElse() {
        assertThat(secret.number()).isEqualTo(7);
        assertThat(secret.reveal()).startsWith("hfs_7_").hasSize(49);
        assertThat(secret.toString()).doesNotContain(secret.reveal().substring(6));
        assertThat(ClientSecret.parse(secret.reveal())).contains(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hfs_7_", "hfs_0_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "hfs_1_a b", "xyz_1_a"})
    void takesNothingOfAnotherForm(String text) {
        assertThat(ClientSecret.parse(text)).isEmpty();
    }

    @Test
    void isKnownByItsHashAlone() {
        SecretHash hash = SecretHash.of(secret, random);

        assertThat(hash.matches(secret)).isTrue();
        assertThat(hash.matches(ClientSecret.draw(7, random))).isFalse();
        assertThat(new SecretHash(hash.salt(), hash.iterations() - 1, hash.hash()).matches(secret))
                .isFalse();
        assertThat(new SecretHash(new byte[16], hash.iterations(), hash.hash()).matches(secret))
                .isFalse();
    }
}
