package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountKey;

import java.time.Instant;
import java.util.UUID;

/**
 * A card as a caller sees it.
 *
 * @param id its id, which is its token id too
 * @param maskedNumber what of its number may be shown
 * @param issuedAt database time
 */
public record CardView(
        UUID id, AccountKey account, String maskedNumber, CardFacts facts, State state, Instant issuedAt) {

    /**
     * A card's changing part.
     *
     * @param hasPin whether a PIN is set
     * @param pinTriesExceeded whether a PIN may no longer be tried
     */
    public record State(CardStatus status, boolean hasPin, boolean pinTriesExceeded) {}

    static CardView of(AccountKey account, BookedCard card) {
        State state = new State(card.status(), card.pvv() != null, card.pinTriesExceeded());
        return new CardView(card.id(), account, card.maskedNumber(), card.facts(), state, card.issuedAt());
    }
}
