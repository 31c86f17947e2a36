package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.card.CardView;
import dev.holdfast.ledgerapi.exchange.Answer;

import java.util.List;

/** Pages of cards. */
public final class CardPages {

    private CardPages() {}

    /** A full page may have one behind it; the cursor is the last card's id. */
    public static Answer page(List<CardView> cards, int limit) {
        boolean full = cards.size() == limit;
        return CardAnswer.of(cards, full ? cards.get(limit - 1).id().toString() : null);
    }
}
