package dev.holdfast.engine.vault;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** The bytes of a secret key. Never printed; compared in constant time. */
public final class KeyBytes {

    private final byte[] bytes;

    private KeyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static KeyBytes of(byte[] bytes) {
        return new KeyBytes(bytes.clone());
    }

    /** Draws a key of {@code length} bytes. */
    public static KeyBytes random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new KeyBytes(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /** A copy, for a cipher. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyBytes key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "KeyBytes[not shown]";
    }
}
