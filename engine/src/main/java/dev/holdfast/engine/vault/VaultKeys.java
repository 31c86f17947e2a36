package dev.holdfast.engine.vault;

import java.security.SecureRandom;

/** The key ring in use, and what works with it. A change of keys replaces the ring under all who hold this. */
public final class VaultKeys {

    private record Held(KeyRing ring, PanCipher cipher, PanDigest digest, TextCipher texts) {}

    private final SecureRandom random;
    private volatile Held held;

    public VaultKeys(KeyRing ring, SecureRandom random) {
        this.random = random;
        this.held = hold(ring, random);
    }

    private static Held hold(KeyRing ring, SecureRandom random) {
        return new Held(ring, new PanCipher(ring, random), new PanDigest(ring), new TextCipher(ring, random));
    }

    /** Uses another ring from now on; what is under way ends with the one before. */
    public void replace(KeyRing ring) {
        held = hold(ring, random);
    }

    public KeyRing ring() {
        return held.ring();
    }

    public PanCipher cipher() {
        return held.cipher();
    }

    public PanDigest digest() {
        return held.digest();
    }

    public TextCipher texts() {
        return held.texts();
    }

    @Override
    public String toString() {
        return "VaultKeys[not shown]";
    }
}
