package dev.holdfast.ledgerapi.account;

import dev.holdfast.engine.account.Accounts;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Opens an account. */
public record OpenAccountRoute(Accounts accounts) implements Route {

    private static final int CREATED = 201;

    @Override
    public Future<Answer> serve(Call call) {
        return accounts.open(OpeningForm.read(call), call.deadline())
                .map(outcome -> AccountAnswer.of(CREATED, outcome));
    }
}
