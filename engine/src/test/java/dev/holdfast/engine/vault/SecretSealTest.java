package dev.holdfast.engine.vault;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;

class SecretSealTest {

    private final SecureRandom random = new SecureRandom();
    private final KeyRing ring = KeyRing.generate(random);
    private final SecretSeal seal = new SecretSeal(ring, random);
    private final byte[] secret = "a secret of some length".getBytes(StandardCharsets.US_ASCII);
    private final SealedSecret sealed = seal.seal(secret, "table row");

    @Test
    void opensForItsRowAlone() {
        assertThat(seal.open(sealed, "table row").orElseThrow()).isEqualTo(secret);
        assertThat(seal.open(sealed, "table other")).isEmpty();
    }

    @Test
    void opensUnderARetiredKeyAndNotWithoutIt() {
        KeyRing rotated = ring.withNewEncryptionKey(random);

        assertThat(new SecretSeal(rotated, random).open(sealed, "table row").orElseThrow())
                .isEqualTo(secret);
        assertThat(new SecretSeal(rotated.withoutEncryptionKey(1), random).open(sealed, "table row"))
                .isEmpty();
        assertThat(new SecretSeal(KeyRing.generate(random), random).open(sealed, "table row"))
                .isEmpty();
    }

    @Test
    void opensNothingThatWasAltered() {
        byte[] text = sealed.text();
        for (int i = 0; i < text.length; i++) {
            byte[] altered = text.clone();
            altered[i] ^= 1;
            assertThat(seal.open(new SealedSecret(1, altered), "table row")).isEmpty();
        }
        assertThat(seal.open(new SealedSecret(1, new byte[3]), "table row")).isEmpty();
        assertThat(seal.open(new SealedSecret(2, text), "table row")).isEmpty();
    }

    @Test
    void sealsTheSameTwiceDifferently() {
        assertThat(seal.seal(secret, "table row").text()).isNotEqualTo(sealed.text());
    }
}
