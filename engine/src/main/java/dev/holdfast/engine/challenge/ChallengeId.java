package dev.holdfast.engine.challenge;

import dev.holdfast.engine.book.AccountId;

import java.util.UUID;

/** Names a challenge. Its first six bits are the account's bucket, so that a row is found without the account. */
public record ChallengeId(UUID value) {

    private static final int BUCKET_BITS = Integer.numberOfTrailingZeros(AccountId.BUCKETS);

    /** A new one; 116 of its bits are random, so nobody finds one by trying. */
    static ChallengeId draw(AccountId account) {
        UUID random = UUID.randomUUID();
        long bucket = (long) account.bucket() << (Long.SIZE - BUCKET_BITS);
        long rest = random.getMostSignificantBits() & (-1L >>> BUCKET_BITS);
        return new ChallengeId(new UUID(bucket | rest, random.getLeastSignificantBits()));
    }

    short bucket() {
        return (short) (value.getMostSignificantBits() >>> (Long.SIZE - BUCKET_BITS));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
