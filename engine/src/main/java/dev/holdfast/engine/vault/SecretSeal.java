package dev.holdfast.engine.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals secrets that are no card numbers under the ring's current encryption key. There are few of them, so the key
 * encrypts them itself, with a random nonce each: beside the 2^32 wraps that it is good for they do not count.
 */
public final class SecretSeal {

    /** No associated data of a card number begins like this: those begin with a length below 256 in four bytes. */
    private static final String LAYOUT = "holdfast-secret-1";

    private final NumberedKeys keys;
    private final SecureRandom random;

    public SecretSeal(KeyRing keys, SecureRandom random) {
        this.keys = keys.encryption();
        this.random = random;
    }

    /**
     * Encrypts a secret.
     *
     * @param owner the table and row that it belongs to; it opens for the same one only
     */
    public SealedSecret seal(byte[] secret, String owner) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted =
                AesGcm.seal(keys.currentKey().toBytes(), nonce, associatedData(owner, keys.current()), secret);
        return new SealedSecret(
                keys.current(),
                ByteBuffer.allocate(nonce.length + encrypted.length)
                        .put(nonce)
                        .put(encrypted)
                        .array());
    }

    /** The secret, which the caller wipes; nothing if the key is not in the ring, or it does not belong together. */
    public Optional<byte[]> open(SealedSecret sealed, String owner) {
        byte[] text = sealed.text();
        if (text.length < AesGcm.NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(text, AesGcm.NONCE_BYTES);
        byte[] encrypted = Arrays.copyOfRange(text, AesGcm.NONCE_BYTES, text.length);
        return keys.find(sealed.keyNumber())
                .flatMap(
                        key -> AesGcm.open(key.toBytes(), nonce, associatedData(owner, sealed.keyNumber()), encrypted));
    }

    private static byte[] associatedData(String owner, int keyNumber) {
        return String.join("\n", LAYOUT, Integer.toString(keyNumber), owner).getBytes(StandardCharsets.UTF_8);
    }
}
