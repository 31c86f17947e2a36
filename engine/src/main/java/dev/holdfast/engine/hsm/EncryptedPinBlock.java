package dev.holdfast.engine.hsm;

import java.util.Arrays;

/**
 * A PIN block as the network carries it (DE52). Any bytes are taken; whether they are a PIN block is for the {@link
 * Hsm} to say. Must not be stored (PCI DSS 3.3.1), and is not printed.
 */
public final class EncryptedPinBlock {

    private final PinBlockFormat format;
    private final byte[] bytes;

    public EncryptedPinBlock(PinBlockFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes.clone();
    }

    public PinBlockFormat format() {
        return format;
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncryptedPinBlock block && format == block.format && Arrays.equals(bytes, block.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "EncryptedPinBlock[" + format + ", not shown]";
    }
}
