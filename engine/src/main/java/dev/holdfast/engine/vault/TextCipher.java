package dev.holdfast.engine.vault;

import dev.holdfast.engine.vault.VaultOutcome.Done;
import dev.holdfast.engine.vault.VaultOutcome.Refusal;
import dev.holdfast.engine.vault.VaultOutcome.Refused;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Seals short secret texts for their row: AES-256-GCM straight under the current encryption key, since there are few of
 * them. What is stored is {@code key number (2 bytes) | nonce (12) | ciphertext and tag}.
 */
public final class TextCipher {

    private final NumberedKeys keys;
    private final SecureRandom random;

    public TextCipher(KeyRing keys, SecureRandom random) {
        this.keys = keys.encryption();
        this.random = random;
    }

    /**
     * Encrypts a text.
     *
     * @param column what it is, so that one column's value is no value of another
     */
    public byte[] seal(String text, String column, VaultRow row) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] ciphertext = AesGcm.seal(
                keys.currentKey().toBytes(),
                nonce,
                row.associatedData(column, keys.current()),
                text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(Short.BYTES + nonce.length + ciphertext.length)
                .putShort((short) keys.current())
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /** Decrypts the text of this row and column. */
    public VaultOutcome<String> open(byte[] sealed, String column, VaultRow row) {
        if (sealed.length < Short.BYTES + AesGcm.NONCE_BYTES) {
            return new Refused<>(Refusal.NOT_AUTHENTIC);
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        int number = buffer.getShort();
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        buffer.get(nonce);
        byte[] ciphertext = new byte[buffer.remaining()];
        buffer.get(ciphertext);
        Optional<KeyBytes> key = keys.find(number);
        if (key.isEmpty()) {
            return new Refused<>(Refusal.KEY_UNKNOWN);
        }
        return AesGcm.open(key.get().toBytes(), nonce, row.associatedData(column, number), ciphertext)
                .<VaultOutcome<String>>map(text -> new Done<>(new String(text, StandardCharsets.UTF_8)))
                .orElseGet(() -> new Refused<>(Refusal.NOT_AUTHENTIC));
    }
}
