package dev.holdfast.ledgerapi.approval;

import dev.holdfast.engine.network.ApprovalRequest;
import dev.holdfast.engine.network.Approvals;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Decides whether a payment is approved. */
public record ApprovalRoute(Approvals approvals, PaymentKind kind) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        ApprovalRequest request = ApprovalForm.read(call, kind);
        return approvals.decide(request).map(outcome -> ApprovalAnswer.of(request, outcome));
    }
}
