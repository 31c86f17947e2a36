package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.card.CardDirectory;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.engine.network.NetworkMessage;
import dev.holdfast.engine.network.NetworkMessage.Subject;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

import java.util.UUID;

/** Takes in a record of a clearing file. */
public record PresentmentRoute(NetworkHost host, CardDirectory cards) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        PresentmentForm form = PresentmentForm.read(call);
        return subject(call, form).compose(subject -> {
            NetworkMessage message = form.toMessage(subject);
            return host.answer(message, false).map(outcome -> MessageAnswer.of(message, outcome));
        });
    }

    private Future<Subject> subject(Call call, PresentmentForm form) {
        UUID card = form.cardId();
        if (card == null) {
            return Future.succeededFuture(new Subject(form.account(), null));
        }
        return cards.find(card)
                .map(found -> found.filter(known ->
                                known.accountKey().tenantId() == call.tenant().id())
                        .map(known -> new Subject(known.accountKey(), card))
                        .orElseThrow(() -> new ApiException(ErrorCode.CARD_NOT_FOUND)));
    }
}
