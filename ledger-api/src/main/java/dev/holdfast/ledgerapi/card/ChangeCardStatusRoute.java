package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.card.Cards;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Changes a card's status. */
public record ChangeCardStatusRoute(Cards cards) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        StatusForm form = StatusForm.read(call);
        return ShowCardRoute.find(cards, call)
                .compose(card ->
                        cards.changeStatus(card.account(), card.id(), form.status(), form.reason(), call.deadline()))
                .map(CardAnswer::of);
    }
}
