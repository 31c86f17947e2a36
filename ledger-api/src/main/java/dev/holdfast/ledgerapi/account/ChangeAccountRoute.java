package dev.holdfast.ledgerapi.account;

import dev.holdfast.engine.account.Accounts;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Changes an account's status or a credit limit. */
public record ChangeAccountRoute(Accounts accounts) implements Route {

    private static final int OK = 200;

    @Override
    public Future<Answer> serve(Call call) {
        return accounts.change(ChangeForm.read(call), call.deadline()).map(outcome -> AccountAnswer.of(OK, outcome));
    }
}
