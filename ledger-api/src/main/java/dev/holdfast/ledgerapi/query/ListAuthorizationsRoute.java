package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.CardView;
import dev.holdfast.engine.card.Cards;
import dev.holdfast.engine.network.MessageFilter;
import dev.holdfast.engine.network.MessageQueries;
import dev.holdfast.engine.network.MessageView;
import dev.holdfast.engine.query.Page;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** Lists the requests of an account or a card, the newest first. */
public record ListAuthorizationsRoute(MessageQueries messages, Cards cards) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        QueryReader reader = new QueryReader(call.query());
        String account = reader.text("account_ref", ReferenceLength.MAX_REF);
        UUID card = reader.uuid("card_id");
        reader.requireOne("account_ref", "card_id");
        MessageFilter filter = new MessageFilter(
                card, reader.response("response"), reader.instant("from"), reader.instant("to"), reader.limit());
        @Nullable String cursor = reader.cursor();
        reader.finish();
        return owner(call, account, card)
                .compose(key ->
                        Pages.require(messages.requests(key, filter, cursor).map(Optional::of), cursor))
                .map(ListAuthorizationsRoute::encode);
    }

    /** The account that is named, or the card's. */
    private Future<AccountKey> owner(Call call, @Nullable String account, @Nullable UUID card) {
        int tenant = call.tenant().id();
        if (account != null) {
            return Future.succeededFuture(new AccountKey(tenant, account));
        }
        if (card == null) {
            return Future.failedFuture(
                    new ApiException(ApiError.invalid(DetailCode.REQUIRED, "account_ref", "is required")));
        }
        return cards.card(tenant, card)
                .map(found ->
                        found.map(CardView::account).orElseThrow(() -> new ApiException(ErrorCode.CARD_NOT_FOUND)));
    }

    private static Answer encode(Page<MessageView> page) {
        return Answer.ok(JsonText.object(json -> {
            json.writeArrayFieldStart("data");
            for (MessageView message : page.items()) {
                MessageText.write(json, message);
            }
            json.writeEndArray();
            JsonText.text(json, "next_cursor", page.nextCursor());
        }));
    }
}
