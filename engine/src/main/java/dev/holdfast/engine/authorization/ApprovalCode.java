package dev.holdfast.engine.authorization;

import dev.holdfast.engine.book.Digest;

import java.util.UUID;

/**
 * DE38: six letters and digits by which a merchant quotes an approval. It follows from the request, so that it is known
 * before the request is decided, and is the same when a batch runs again.
 */
public final class ApprovalCode {

    public static final int LENGTH = 6;

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private ApprovalCode() {}

    /** The code of the request with this id. One of 36^6, so two of a card's hardly ever meet. */
    public static String of(UUID request) {
        long number = Digest.of("approval-code").with(request).toUuid().getLeastSignificantBits() & Long.MAX_VALUE;
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(CHARACTERS.charAt((int) (number % CHARACTERS.length())));
            number /= CHARACTERS.length();
        }
        return code.toString();
    }
}
