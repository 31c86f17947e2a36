package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;

import java.util.UUID;

/**
 * Where a card number leads: facts that never change, and so may be remembered. Whether the card may be used is not
 * among them.
 *
 * @param cardId its id, which is its token id too
 */
public record CardOnFile(UUID cardId, AccountKey accountKey, AccountId accountId, CardFacts facts) {}
