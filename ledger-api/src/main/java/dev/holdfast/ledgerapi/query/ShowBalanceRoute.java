package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.account.AccountView;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

import java.time.Instant;
import java.util.Objects;

/** Shows an account's balances as they were at an instant. */
public record ShowBalanceRoute(LedgerQueries queries) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        QueryReader reader = new QueryReader(call.query());
        Instant asked = reader.requiredInstant("at");
        reader.finish();
        Instant at = Objects.requireNonNull(asked);
        return queries.accountAt(call.account(), at)
                .map(account -> Answer.ok(
                        encode(account.orElseThrow(() -> new ApiException(ErrorCode.ACCOUNT_NOT_FOUND)), at)));
    }

    private static Buffer encode(AccountView account, Instant at) {
        return JsonText.object(json -> {
            json.writeStringField("tenant_account_ref", account.ref());
            JsonText.instant(json, "at", at);
            json.writeArrayFieldStart("balances");
            for (AccountView.BalanceView balance : account.balances()) {
                json.writeStartObject();
                json.writeStringField("tenant_balance_ref", balance.ref());
                JsonText.money(json, "available_balance", balance.available());
                JsonText.money(json, "held_balance", balance.held());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
