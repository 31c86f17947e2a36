package dev.holdfast.engine.vault;

import java.security.MessageDigest;
import java.util.Arrays;

/** What a card number is found by: 32 bytes under a look-up key. Tells nothing of the number without that key. */
public final class LookupDigest {

    private final int keyNumber;
    private final byte[] bytes;

    LookupDigest(int keyNumber, byte[] bytes) {
        this.keyNumber = keyNumber;
        this.bytes = bytes;
    }

    /** The look-up key that made it. */
    public int keyNumber() {
        return keyNumber;
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupDigest digest
                && keyNumber == digest.keyNumber
                && MessageDigest.isEqual(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Without the bytes: in a log they would link a card's lines to each other. */
    @Override
    public String toString() {
        return "LookupDigest[key " + keyNumber + "]";
    }
}
