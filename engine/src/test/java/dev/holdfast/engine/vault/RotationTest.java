package dev.holdfast.engine.vault;

import dev.holdfast.engine.vault.VaultOutcome.Done;
import dev.holdfast.engine.vault.VaultOutcome.Refusal;
import dev.holdfast.engine.vault.VaultOutcome.Refused;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RotationTest {

    private static final Pan PAN = Pans.pan("4111111111111111");
    private static final VaultRow ROW = new VaultRow(1, new UUID(7, 8));

    private final SecureRandom random = new SecureRandom();
    private final KeyRing before = KeyRing.generate(random);

    @Test
    void rewrapsTheDataKeyAndLeavesTheCiphertext() {
        KeyRing after = before.withNewEncryptionKey(random);
        SealedPan old = new PanCipher(before, random).seal(PAN, ROW);
        PanCipher cipher = new PanCipher(after, random);

        assertThat(cipher.open(old, ROW)).isEqualTo(new Done<>(PAN));
        SealedPan rewrapped = value(cipher.rewrap(old, ROW));

        assertThat(rewrapped.keyNumber()).isEqualTo(2);
        assertThat(rewrapped.ciphertext()).isEqualTo(old.ciphertext());
        assertThat(rewrapped.nonce()).isEqualTo(old.nonce());
        assertThat(rewrapped.wrappedDataKey()).isNotEqualTo(old.wrappedDataKey());
        PanCipher withoutOld = new PanCipher(after.withoutEncryptionKey(1), random);
        assertThat(withoutOld.open(rewrapped, ROW)).isEqualTo(new Done<>(PAN));
        assertThat(withoutOld.open(old, ROW)).isEqualTo(new Refused<>(Refusal.KEY_UNKNOWN));
    }

    @Test
    void refusesAWrappedKeyThatIsRelabelledWithAnotherNumber() {
        PanCipher cipher = new PanCipher(before.withNewEncryptionKey(random), random);
        SealedPan old = new PanCipher(before, random).seal(PAN, ROW);

        assertThat(cipher.open(new SealedPan(2, old.wrappedDataKey(), old.nonce(), old.ciphertext()), ROW))
                .isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
    }

    @Test
    void doesNotRewrapForAnotherRow() {
        PanCipher cipher = new PanCipher(before, random);

        assertThat(cipher.rewrap(cipher.seal(PAN, ROW), new VaultRow(1, new UUID(0, 0))))
                .isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
    }

    @Test
    void resealsUnderANewDataKey() {
        KeyRing after = before.withNewEncryptionKey(random);
        SealedPan old = new PanCipher(before, random).seal(PAN, ROW);
        PanCipher cipher = new PanCipher(after, random);

        SealedPan resealed = value(cipher.reseal(old, ROW));

        assertThat(resealed.keyNumber()).isEqualTo(2);
        assertThat(resealed.ciphertext()).isNotEqualTo(old.ciphertext());
        assertThat(cipher.open(resealed, ROW)).isEqualTo(new Done<>(PAN));
    }

    @Test
    void findsByTheOldDigestUntilItIsMadeAnew() {
        KeyRing after = before.withNewLookupKey(random);
        LookupDigest old = new PanDigest(before).current(PAN);
        PanDigest digest = new PanDigest(after);

        assertThat(digest.candidates(PAN)).containsExactly(digest.current(PAN), old);
        assertThat(digest.current(PAN).keyNumber()).isEqualTo(2);
        assertThat(new PanDigest(after.withoutLookupKey(1)).candidates(PAN)).containsExactly(digest.current(PAN));
    }

    @Test
    void readsAndNeverWritesWithAKeyThatIsToCome() {
        NumberedKeys announced =
                new NumberedKeys(1, before.withNewLookupKey(random).lookup().byNumber());
        PanDigest digest = new PanDigest(new KeyRing(before.encryption(), announced, false));

        assertThat(digest.current(PAN).keyNumber()).isEqualTo(1);
        assertThat(digest.candidates(PAN)).extracting(LookupDigest::keyNumber).containsExactly(1, 2);
    }

    @Test
    void tellsCardNumbersAndKeysApart() {
        PanDigest digest = new PanDigest(before);

        assertThat(digest.current(PAN)).isNotEqualTo(digest.current(Pans.pan("5555555555554444")));
        assertThat(digest.current(PAN).toBytes())
                .hasSize(32)
                .isNotEqualTo(
                        new PanDigest(KeyRing.generate(random)).current(PAN).toBytes());
    }

    @Test
    void keepsTheCurrentKey() {
        assertThatThrownBy(() -> before.withoutEncryptionKey(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> before.withoutLookupKey(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsAtThirtyTwoKeys() {
        NumberedKeys keys = before.encryption();
        for (int i = 1; i < NumberedKeys.MAX_KEYS; i++) {
            keys = keys.rotatedTo(KeyBytes.random(random, 32));
        }
        NumberedKeys full = keys;

        assertThatThrownBy(() -> full.rotatedTo(KeyBytes.random(random, 32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are more than 32 keys");
        assertThat(full.without(1).rotatedTo(KeyBytes.random(random, 32)).current())
                .isEqualTo(33);
    }

    private static <T> T value(VaultOutcome<T> outcome) {
        return outcome.fold(value -> value, refusal -> {
            throw new AssertionError(refusal);
        });
    }
}
