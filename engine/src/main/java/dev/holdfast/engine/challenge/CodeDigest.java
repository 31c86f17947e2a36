package dev.holdfast.engine.challenge;

import java.security.MessageDigest;
import java.util.Arrays;

/** What is kept of a code: 32 bytes under a pepper. Tells nothing of the code without that pepper. */
final class CodeDigest {

    private final int pepper;
    private final byte[] bytes;

    CodeDigest(int pepper, byte[] bytes) {
        this.pepper = pepper;
        this.bytes = bytes.clone();
    }

    /** The number of the pepper that made it. */
    int pepper() {
        return pepper;
    }

    byte[] toBytes() {
        return bytes.clone();
    }

    /** In constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CodeDigest digest
                && pepper == digest.pepper
                && MessageDigest.isEqual(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CodeDigest[pepper " + pepper + "]";
    }
}
