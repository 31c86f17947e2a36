package dev.holdfast.ledgerapi.ledger;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.Ledger;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Serves deposits to an account, or withdrawals from it. */
public record TransferRoute(Ledger ledger, Operation operation) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        LedgerRequest request = TransferForm.read(operation, call);
        return ledger.apply(request, call.deadline()).map(outcome -> LedgerAnswer.of(request, outcome));
    }
}
