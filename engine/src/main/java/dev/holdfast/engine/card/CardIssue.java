package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.vault.Bin;

import java.util.UUID;

/**
 * An order of cards for one account.
 *
 * @param account whose cards they will be
 * @param key idempotency key, 1 to 128 characters: the same order again gives the same cards
 * @param bin of their numbers
 * @param count how many: 1 to {@link #MAX_COUNT}
 * @param terms what the cards have in common
 */
public record CardIssue(AccountKey account, String key, Bin bin, int count, Terms terms) {

    /** Bounds what one call seals and one batch writes. */
    public static final int MAX_COUNT = 1_000;

    private static final int MAX_KEY_LENGTH = 128;

    /**
     * What the cards of an order have in common.
     *
     * @param status {@code INACTIVE}, or {@code ACTIVE} for cards that nobody has to receive first
     * @param address for address verification
     */
    public record Terms(CardFacts facts, CardStatus status, BillingAddress address) {

        /** @throws IllegalArgumentException if a card cannot begin with this status */
        public Terms {
            if (status != CardStatus.INACTIVE && status != CardStatus.ACTIVE) {
                throw new IllegalArgumentException("a card is issued inactive or active");
            }
        }
    }

    /** @throws IllegalArgumentException saying which bound is broken */
    public CardIssue {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("an issue key has 1 to " + MAX_KEY_LENGTH + " characters");
        }
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("an order has 1 to " + MAX_COUNT + " cards");
        }
    }

    CardFacts facts() {
        return terms.facts();
    }

    CardStatus status() {
        return terms.status();
    }

    BillingAddress address() {
        return terms.address();
    }

    /** Digest of the order: another one under the same key is a conflict. */
    UUID fingerprint() {
        return Digest.of("card issue")
                .with(bin.prefix())
                .with(bin.panLength())
                .with(count)
                .with(facts().expiry().toString())
                .with(facts().sequence())
                .with(facts().serviceCode().digits())
                .with(status().label())
                .with(address().postalCode())
                .with(address().streetDigits())
                .toUuid();
    }
}
