package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;

import java.util.UUID;

/**
 * What the network's stand-in file is to be told of a card (0302).
 *
 * @param changeNumber counts the card's changes of status; with the card, the update's identity
 * @param reason lost or stolen: why the card is, or no longer is, on the file
 * @param attempt which one this is, from 1
 */
public record FileUpdate(
        AccountId account, UUID cardId, int changeNumber, FileAction action, CardStatus reason, int attempt) {}
