package dev.holdfast.engine.vault;

import dev.holdfast.engine.vault.VaultOutcome.Done;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** What databases hold: a change that fails here makes stored card numbers unreadable, or not to be found. */
class StoredFormatTest {

    private static final Pan PAN = Pans.pan("4111111111111111");
    private static final KeyRing KEYS = new KeyRing(
            NumberedKeys.single(3, KeyBytes.of(new byte[32])),
            NumberedKeys.single(5, KeyBytes.of("a key of thirty-two bytes, not 1".getBytes(US_ASCII))),
            false);

    @Test
    void opensWhatAnEarlierVersionSealed() {
        SealedPan stored = new SealedPan(
                3,
                hex("4fe7df913bcc978e2fe48942bd34e9796f65714631ab2aec5d696f71abb9"
                        + "fad9ad5f6cf9ecdf36700ebdb9d418750c628f05707e524d9a29cb0f1863"),
                hex("008c311497a1e953d8d10200"),
                hex("5a7a967ac26ef4466d29d224588876fd3d7f6b00775b50cc8756d0275293f945"));

        assertThat(new PanCipher(KEYS, new SecureRandom()).open(stored, new VaultRow(1, new UUID(7, 8))))
                .isEqualTo(new Done<>(PAN));
    }

    @Test
    void findsWhatAnEarlierVersionStored() {
        assertThat(new PanDigest(KEYS).current(PAN).toBytes())
                .isEqualTo(hex("6bd40465571dfe855bf40e5cdf1cf6f893d2018741d84ce2708cdf38074f9a72"));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
