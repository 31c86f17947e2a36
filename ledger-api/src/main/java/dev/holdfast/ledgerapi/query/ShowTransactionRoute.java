package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.query.EntryView;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;

import java.util.List;

/** Shows all entries of one card payment, oldest first. */
public record ShowTransactionRoute(LedgerQueries queries) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return queries.transaction(call.tenant().id(), call.pathParameter())
                .map(entries -> encode(call.pathParameter(), entries));
    }

    private static Answer encode(String transactionId, List<EntryView> entries) {
        if (entries.isEmpty()) {
            throw new ApiException(ErrorCode.TRANSACTION_NOT_FOUND);
        }
        return Answer.ok(JsonText.object(json -> {
            json.writeStringField("transaction_id", transactionId);
            EntryText.writeAll(json, entries);
        }));
    }
}
