package dev.holdfast.engine.vault;

import dev.holdfast.engine.vault.VaultOutcome.Done;
import dev.holdfast.engine.vault.VaultOutcome.Refusal;
import dev.holdfast.engine.vault.VaultOutcome.Refused;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class TextCipherTest {

    private static final VaultRow ROW = new VaultRow(1, new UUID(0, 7));

    private final SecureRandom random = new SecureRandom();
    private final KeyRing ring = KeyRing.generate(random);
    private final TextCipher cipher = new TextCipher(ring, random);
    private final byte[] sealed = cipher.seal("a secret", "column", ROW);

    @Test
    void opensForItsRowAndColumnAlone() {
        assertThat(cipher.open(sealed, "column", ROW)).isEqualTo(new Done<>("a secret"));
        assertThat(cipher.open(sealed, "other", ROW)).isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
        assertThat(cipher.open(sealed, "column", new VaultRow(2, ROW.panId())))
                .isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
        assertThat(cipher.open(sealed, "column", new VaultRow(1, new UUID(0, 8))))
                .isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
    }

    @Test
    void opensUnderAKeyThatIsRetiredButNotUnderOneThatIsGone() {
        KeyRing rotated = ring.withNewEncryptionKey(random);
        assertThat(new TextCipher(rotated, random).open(sealed, "column", ROW)).isEqualTo(new Done<>("a secret"));
        KeyRing without = rotated.withoutEncryptionKey(ring.encryption().current());
        assertThat(new TextCipher(without, random).open(sealed, "column", ROW))
                .isEqualTo(new Refused<>(Refusal.KEY_UNKNOWN));
    }

    @Test
    void refusesWhatIsAlteredOrCutOff() {
        for (int at = 2; at < sealed.length; at++) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            assertThat(cipher.open(altered, "column", ROW)).isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
        }
        assertThat(cipher.open(new byte[0], "column", ROW)).isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
        assertThat(cipher.open(new byte[14], "column", ROW)).isInstanceOf(Refused.class);
    }

    @Test
    void hidesTheText() {
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(cipher.seal("a secret", "column", ROW)).isNotEqualTo(sealed);
    }
}
