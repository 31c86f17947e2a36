package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.engine.query.TransactionView;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;

/** Shows the entries of one card payment, oldest first. */
public record ShowTransactionRoute(LedgerQueries queries) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return queries.transaction(call.tenant().id(), call.pathParameter())
                .map(found -> encode(call.pathParameter(), found));
    }

    private static Answer encode(String transactionId, TransactionView found) {
        if (found.entries().isEmpty()) {
            throw new ApiException(ErrorCode.TRANSACTION_NOT_FOUND);
        }
        return Answer.ok(JsonText.object(json -> {
            json.writeStringField("transaction_id", transactionId);
            EntryText.writeAll(json, found.entries());
            json.writeBooleanField("truncated", found.truncated());
        }));
    }
}
