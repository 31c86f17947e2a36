package dev.holdfast.engine.vault;

import java.security.SecureRandom;
import java.util.Map;

/**
 * The vault's keys: those that wrap data keys, and those that make look-up digests. Immutable; a rotation makes a new
 * ring.
 *
 * @param encryption AES-256 keys
 * @param lookup HMAC-SHA-256 keys, 32 bytes
 * @param development whether {@link #generate} made it, which whoever uses it must say
 */
public record KeyRing(NumberedKeys encryption, NumberedKeys lookup, boolean development) {

    private static final int KEY_BYTES = 32;
    private static final String ENCRYPTION = "encryption";
    private static final String LOOKUP = "lookup";
    private static final KeyLayout LAYOUT =
            new KeyLayout("holdfast-vault-keys", Map.of(ENCRYPTION, KEY_BYTES, LOOKUP, KEY_BYTES));

    /** @throws IllegalArgumentException if a key has not 32 bytes, or one key serves both purposes */
    public KeyRing {
        for (KeyBytes key : encryption.byNumber().values()) {
            requireUsable(key, !lookup.byNumber().containsValue(key));
        }
        lookup.byNumber().values().forEach(key -> requireUsable(key, true));
    }

    private static void requireUsable(KeyBytes key, boolean hasOnePurpose) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("a vault key has 32 bytes");
        }
        if (!hasOnePurpose) {
            throw new IllegalArgumentException("an encryption key is a lookup key too");
        }
    }

    /** Draws keys for a developer's machine. */
    public static KeyRing generate(SecureRandom random) {
        return new KeyRing(
                NumberedKeys.single(1, KeyBytes.random(random, KEY_BYTES)),
                NumberedKeys.single(1, KeyBytes.random(random, KEY_BYTES)),
                true);
    }

    /**
     * Reads a key file, titled {@code holdfast-vault-keys}: see {@link KeyLayout}.
     *
     * @throws KeyTextException saying where and why it cannot be used, without key material
     */
    public static KeyRing parse(String text) {
        NamedKeys keys = LAYOUT.read(text);
        try {
            return new KeyRing(keys.of(ENCRYPTION), keys.of(LOOKUP), keys.development());
        } catch (KeyTextException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new KeyTextException(String.valueOf(e.getMessage()));
        }
    }

    /** The text that {@link #parse} takes, keys in clear: for a file that only its owner may read. */
    public String toText() {
        return LAYOUT.write(new NamedKeys(development, Map.of(ENCRYPTION, encryption, LOOKUP, lookup)));
    }

    /** With a new current encryption key. What is stored is read as before, until {@link PanCipher#rewrap}. */
    public KeyRing withNewEncryptionKey(SecureRandom random) {
        return new KeyRing(encryption.rotatedTo(KeyBytes.random(random, KEY_BYTES)), lookup, development);
    }

    /** With a new current look-up key. What is stored is found as before, until its digest is made anew. */
    public KeyRing withNewLookupKey(SecureRandom random) {
        return new KeyRing(encryption, lookup.rotatedTo(KeyBytes.random(random, KEY_BYTES)), development);
    }

    /**
     * Without a retired encryption key: rows still wrapped under it are lost.
     *
     * @throws IllegalArgumentException if it is the current one
     */
    public KeyRing withoutEncryptionKey(int number) {
        return new KeyRing(encryption.without(number), lookup, development);
    }

    /**
     * Without a retired look-up key: rows with its digest alone are no longer found.
     *
     * @throws IllegalArgumentException if it is the current one
     */
    public KeyRing withoutLookupKey(int number) {
        return new KeyRing(encryption, lookup.without(number), development);
    }
}
