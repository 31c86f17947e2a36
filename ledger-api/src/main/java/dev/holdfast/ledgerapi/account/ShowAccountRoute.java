package dev.holdfast.ledgerapi.account;

import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Shows an account. */
public record ShowAccountRoute(LedgerQueries queries) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return queries.account(call.account())
                .map(account -> Answer.ok(AccountAnswer.encode(
                        account.orElseThrow(() -> new ApiException(ErrorCode.ACCOUNT_NOT_FOUND)))));
    }
}
