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

    /** Most sequences are some ids and short texts. */
    private static final int USUAL_BYTES = 256;

    /** Looking the algorithm up costs more than a digest of so few bytes. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Digest::sha256);

    private ByteBuffer bytes = ByteBuffer.allocate(USUAL_BYTES);

    private Digest() {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
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
        room(value.length).put(value);
        return this;
    }

    public Digest with(@Nullable UUID value) {
        return value == null
                ? with(ABSENT)
                : with(value.getMostSignificantBits()).with(value.getLeastSignificantBits());
    }

    public Digest with(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int wanted = Math.addExact(bytes.position(), more);
            bytes = ByteBuffer.allocate(Math.max(wanted, 2 * bytes.capacity())).put(bytes.flip());
        }
        return bytes;
    }

    /** The 32 bytes. */
    public byte[] toBytes() {
        MessageDigest sha256 = SHA_256.get();
        sha256.update(bytes.array(), 0, bytes.position());
        return sha256.digest();
    }

    /** The first 16 bytes as a version 8 (custom) UUID. */
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
