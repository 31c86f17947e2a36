package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.card.Cards;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Issues cards to an account. */
public record IssueCardsRoute(Cards cards) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return cards.issue(IssueForm.read(call), call.deadline()).map(CardAnswer::of);
    }
}
