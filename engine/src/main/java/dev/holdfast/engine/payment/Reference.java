package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Digest;

import java.util.UUID;

/**
 * One way in which messages call a payment: a digest, so that its index row is small and says nothing of a card.
 *
 * @param value within the account
 * @param loose whether several payments may be called so; then the newest is meant, and what finds it by this alone is a
 *     guess
 */
public record Reference(UUID value, boolean loose) {

    /** @param domain what kind of name it is, so that names of different kinds never meet */
    public static Reference of(String domain, String... parts) {
        return new Reference(digest(domain, parts), false);
    }

    /** A name that more than one payment may have. */
    public static Reference loose(String domain, String... parts) {
        return new Reference(digest(domain, parts), true);
    }

    private static UUID digest(String domain, String... parts) {
        Digest digest = Digest.of("payment-reference").with(domain);
        for (String part : parts) {
            digest.with(part);
        }
        return digest.toUuid();
    }
}
