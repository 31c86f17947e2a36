package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.query.EntryFilter;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.ledgerapi.contract.QueryParameters;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;

/** Lists an account's journal, newest first. */
public record ListEntriesRoute(LedgerQueries queries) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        EntryFilter filter = filterOf(call.query());
        return Pages.require(queries.entries(call.account(), filter), filter.cursor())
                .map(page -> Answer.ok(JsonText.object(json -> {
                    EntryText.writeAll(json, page.items());
                    JsonText.text(json, "next_cursor", page.nextCursor());
                })));
    }

    private static EntryFilter filterOf(QueryParameters query) {
        QueryReader reader = new QueryReader(query);
        EntryFilter filter = new EntryFilter(
                reader.instant("from"),
                reader.instant("to"),
                reader.text("transaction_id", ReferenceLength.MAX_ID),
                reader.limit(),
                reader.cursor());
        reader.finish();
        return filter;
    }
}
