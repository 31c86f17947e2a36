package dev.holdfast.ledgerapi.ledger;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.Ledger;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Serves one of the six ledger operations. */
public record LedgerRoute(Ledger ledger, Operation operation) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        LedgerRequest request =
                LedgerForm.read(operation, call.tenant(), call.body().getBytes());
        return ledger.apply(request, call.deadline()).map(outcome -> LedgerAnswer.of(request, outcome));
    }
}
