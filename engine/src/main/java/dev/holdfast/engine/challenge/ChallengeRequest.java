package dev.holdfast.engine.challenge;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.money.Money;

import java.util.UUID;

/**
 * What is asked of a cardholder.
 *
 * @param key the caller's name for the start, 1 to 128 characters: used once per account, it starts one challenge
 * @param holder whose purchase it is
 */
public record ChallengeRequest(String key, Holder holder, ChallengeMethod method, Purchase purchase) {

    private static final int MAX_KEY = 128;
    private static final int MAX_REF = 64;
    private static final int MAX_MERCHANT = 128;

    /**
     * Whose card it is.
     *
     * @param customerRef the tenant's name for the customer, 1 to 64 characters
     */
    public record Holder(AccountKey account, UUID card, String customerRef) {

        public Holder {
            requireLength("customer", customerRef, MAX_REF);
        }

        /** An id for the customer, which follows from the tenant and its name for the customer, as an account's does. */
        public UUID customerId() {
            return Digest.of("customer")
                    .with(account.tenantId())
                    .with(customerRef)
                    .toUuid();
        }
    }

    /**
     * What is bought.
     *
     * @param merchant its name, 1 to 128 characters
     */
    public record Purchase(String merchant, Money amount) {

        public Purchase {
            requireLength("merchant", merchant, MAX_MERCHANT);
        }
    }

    /** @throws IllegalArgumentException if a text is beyond its bound */
    public ChallengeRequest {
        requireLength("key", key, MAX_KEY);
    }

    private static void requireLength(String what, String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > max || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a " + what + " has 1 to " + max + " printable characters");
        }
    }
}
