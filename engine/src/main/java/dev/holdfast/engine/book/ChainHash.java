package dev.holdfast.engine.book;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** The SHA-256 of a journal entry and of the hash before it: 32 bytes, immutable. */
public final class ChainHash {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes 32 bytes as a hash.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static ChainHash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a chain hash has 32 bytes");
        }
        return new ChainHash(bytes.clone());
    }

    /** What the first entry of a balance is chained to: bound to the balance, so that chains cannot be swapped. */
    public static ChainHash genesis(AccountId account, short balance) {
        return new ChainHash(
                Digest.of("chain").with(account.value()).with(balance).toBytes());
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The hash as an opaque public reference: the receipt of an entry ({@code tenant_action_ref} on the wire). */
    public UUID toReceipt() {
        return Digest.uuidOf(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
