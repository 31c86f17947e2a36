package dev.holdfast.ledgerapi.approval;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.network.ApprovalRequest;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.Response;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;

/** The answer to a request for an approval. */
final class ApprovalAnswer {

    private ApprovalAnswer() {}

    static Answer of(ApprovalRequest request, MessageOutcome outcome) {
        DeclineReason reason = outcome.reason();
        return Answer.ok(
                JsonText.object(json -> {
                    json.writeStringField("tenant_reference_id", request.id().toString());
                    json.writeNumberField(
                            "approved_amount", approved(request, outcome).toMajor());
                    JsonText.text(json, "authorization_code", outcome.approvalCode());
                    json.writeStringField("status", outcome.response().isApproval() ? "approved" : "declined");
                    JsonText.text(json, "reason", reason == null ? null : reason.code());
                }),
                outcome.replayed());
    }

    /** In the currency that was asked in, which is the billing currency where less is approved. */
    private static Money approved(ApprovalRequest request, MessageOutcome outcome) {
        Money asked = request.asked().amounts().transaction();
        return outcome.response() == Response.APPROVED ? asked : new Money(outcome.approvedMinor(), asked.currency());
    }
}
