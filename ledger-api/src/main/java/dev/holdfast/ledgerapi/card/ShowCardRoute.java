package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.card.CardView;
import dev.holdfast.engine.card.Cards;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Shows a card. */
public record ShowCardRoute(Cards cards) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return find(cards, call).map(CardAnswer::of);
    }

    /** The card that the path names. */
    static Future<CardView> find(Cards cards, Call call) {
        return cards.card(call.tenant().id(), call.pathId("card_id"))
                .map(found -> found.orElseThrow(() -> new ApiException(ErrorCode.CARD_NOT_FOUND)));
    }
}
