package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.card.Cards;
import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Sets a card's PIN. Wrong PINs are forgotten. */
public record SetCardPinRoute(Cards cards) implements Route {

    /** For the record of accesses to card numbers. */
    private static final String ACTOR = "api, tenant ";

    @Override
    public Future<Answer> serve(Call call) {
        EncryptedPinBlock block = PinForm.read(call);
        String actor = ACTOR + call.tenant().id();
        return ShowCardRoute.find(cards, call)
                .compose(card -> cards.setPin(card.account(), card.id(), block, actor, call.deadline()))
                .map(CardAnswer::of);
    }
}
