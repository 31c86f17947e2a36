package dev.holdfast.engine.vault;

import dev.holdfast.engine.vault.VaultOutcome.Done;
import dev.holdfast.engine.vault.VaultOutcome.Refusal;
import dev.holdfast.engine.vault.VaultOutcome.Refused;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

class PanCipherTest {

    private static final Pan PAN = Pans.pan("4111111111111111");
    private static final VaultRow ROW = new VaultRow(1, new UUID(7, 8));

    private final SecureRandom random = new SecureRandom();
    private final KeyRing keys = KeyRing.generate(random);
    private final PanCipher cipher = new PanCipher(keys, random);
    private final SealedPan sealed = cipher.seal(PAN, ROW);

    @Test
    void opensWhatItSealed() {
        assertThat(cipher.open(sealed, ROW)).isEqualTo(new Done<>(PAN));
        assertThat(sealed.keyNumber()).isEqualTo(1);
        assertThat(sealed.wrappedDataKey()).hasSize(60);
        assertThat(sealed.nonce()).hasSize(12);
        assertThat(sealed.ciphertext()).hasSize(16 + 16);
    }

    @Test
    void sealsTheSameNumberDifferentlyEachTime() {
        SealedPan again = cipher.seal(PAN, ROW);

        assertThat(again.wrappedDataKey()).isNotEqualTo(sealed.wrappedDataKey());
        assertThat(again.nonce()).isNotEqualTo(sealed.nonce());
        assertThat(again.ciphertext()).isNotEqualTo(sealed.ciphertext());
    }

    @Test
    void refusesAnyBitFlipped() {
        everyFlip(sealed.wrappedDataKey(), b -> new SealedPan(1, b, sealed.nonce(), sealed.ciphertext()));
        everyFlip(sealed.nonce(), b -> new SealedPan(1, sealed.wrappedDataKey(), b, sealed.ciphertext()));
        everyFlip(sealed.ciphertext(), b -> new SealedPan(1, sealed.wrappedDataKey(), sealed.nonce(), b));
    }

    private void everyFlip(byte[] column, Function<byte[], SealedPan> tampered) {
        for (int bit = 0; bit < column.length * Byte.SIZE; bit++) {
            byte[] flipped = column.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertNotAuthentic(tampered.apply(flipped), ROW);
        }
    }

    @Test
    void refusesAnyColumnOfAnotherLength() {
        UnaryOperator<byte[]> shorter = b -> Arrays.copyOf(b, b.length - 1);
        UnaryOperator<byte[]> longer = b -> Arrays.copyOf(b, b.length + 1);
        UnaryOperator<byte[]> empty = b -> new byte[0];
        for (UnaryOperator<byte[]> change : List.of(shorter, longer, empty)) {
            byte[] key = sealed.wrappedDataKey();
            byte[] nonce = sealed.nonce();
            byte[] text = sealed.ciphertext();
            assertNotAuthentic(new SealedPan(1, change.apply(key), nonce, text), ROW);
            assertNotAuthentic(new SealedPan(1, key, change.apply(nonce), text), ROW);
            assertNotAuthentic(new SealedPan(1, key, nonce, change.apply(text)), ROW);
        }
    }

    @Test
    void refusesTheRowOfAnother() {
        assertNotAuthentic(sealed, new VaultRow(1, new UUID(7, 9)));
        assertNotAuthentic(sealed, new VaultRow(1, new UUID(9, 8)));
        assertNotAuthentic(sealed, new VaultRow(2, ROW.panId()));
    }

    @Test
    void refusesTheCiphertextOfAnotherRowUnderItsOwnDataKey() {
        SealedPan other = cipher.seal(Pans.pan("5555555555554444"), new VaultRow(1, new UUID(9, 9)));

        assertNotAuthentic(new SealedPan(1, sealed.wrappedDataKey(), other.nonce(), other.ciphertext()), ROW);
        assertNotAuthentic(new SealedPan(1, other.wrappedDataKey(), other.nonce(), other.ciphertext()), ROW);
    }

    @Test
    void refusesAnotherKeyOfTheSameNumber() {
        PanCipher stranger = new PanCipher(KeyRing.generate(random), random);

        assertThat(stranger.open(sealed, ROW)).isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
    }

    @Test
    void saysWhenTheRingLacksTheKey() {
        SealedPan unknown = new SealedPan(2, sealed.wrappedDataKey(), sealed.nonce(), sealed.ciphertext());

        assertThat(cipher.open(unknown, ROW)).isEqualTo(new Refused<>(Refusal.KEY_UNKNOWN));
        assertThat(cipher.rewrap(unknown, ROW)).isEqualTo(new Refused<>(Refusal.KEY_UNKNOWN));
        assertThat(cipher.reseal(unknown, ROW)).isEqualTo(new Refused<>(Refusal.KEY_UNKNOWN));
    }

    private void assertNotAuthentic(SealedPan tampered, VaultRow row) {
        assertThat(cipher.open(tampered, row)).isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
        assertThat(cipher.reseal(tampered, row)).isEqualTo(new Refused<>(Refusal.NOT_AUTHENTIC));
    }
}
