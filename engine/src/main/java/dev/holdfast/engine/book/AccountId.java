package dev.holdfast.engine.book;

import java.util.UUID;

/**
 * The storage key of an account: 128 bits of SHA-256 over tenant and reference, so that it is known without a look-up
 * and every statement of a batch can be sent in one flush. Its first six bits are the bucket.
 *
 * @param value the digest, marked as a version 8 UUID
 */
public record AccountId(UUID value) implements Comparable<AccountId> {

    /** Fixed for the life of a database: the bucket is part of every primary key. */
    public static final int BUCKETS = 64;

    private static final int BUCKET_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(BUCKETS);

    public static AccountId of(AccountKey key) {
        return new AccountId(
                Digest.of("account").with(key.tenantId()).with(key.ref()).toUuid());
    }

    /** Which of the {@link #BUCKETS} the account belongs to: the unit of lane affinity and of distribution. */
    public short bucket() {
        return (short) (value.getMostSignificantBits() >>> BUCKET_SHIFT);
    }

    /** Orders as PostgreSQL orders the type uuid (unsigned, most significant byte first). */
    @Override
    public int compareTo(AccountId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }
}
