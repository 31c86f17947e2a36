package dev.holdfast.engine.book;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * SHA-256 over a sequence of values, each written with its length, so that no two different sequences have the same
 * bytes. The first value is a domain name, so that digests for different purposes never meet.
 */
public final class Digest {

    private static final int ABSENT = -1;

    private final MessageDigest sha256;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private Digest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static Digest of(String domain) {
        return new Digest().with(domain);
    }

    public Digest with(@Nullable String value) {
        return with(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    public Digest with(byte @Nullable [] value) {
        if (value == null) {
            return with(ABSENT);
        }
        with(value.length);
        sha256.update(value);
        return this;
    }

    public Digest with(@Nullable UUID value) {
        return value == null
                ? with(ABSENT)
                : with(value.getMostSignificantBits()).with(value.getLeastSignificantBits());
    }

    public Digest with(long value) {
        number.clear();
        sha256.update(number.putLong(value).flip());
        return this;
    }

    /** The 32 bytes. The digest must not be used afterwards. */
    public byte[] toBytes() {
        return sha256.digest();
    }

    /** The first 16 bytes as a version 8 (custom) UUID. The digest must not be used afterwards. */
    public UUID toUuid() {
        return uuidOf(toBytes());
    }

    /** Reads the first 16 bytes as a version 8 UUID (RFC 9562), which costs six of their bits. */
    static UUID uuidOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long high = (buffer.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (buffer.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
