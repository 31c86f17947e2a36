package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.card.Cards;
import dev.holdfast.ledgerapi.card.CardPages;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Lists an account's cards in the order of their ids. */
public record ListCardsRoute(Cards cards) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        QueryReader reader = new QueryReader(call.query());
        int limit = reader.limit();
        @Nullable UUID after = reader.uuid("cursor");
        reader.finish();
        return cards.cards(call.account(), after, limit).map(found -> CardPages.page(found, limit));
    }
}
