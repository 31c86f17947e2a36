package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.ApprovalCode;
import dev.holdfast.engine.authorization.AuthorizationDecision;
import dev.holdfast.engine.authorization.AuthorizationPolicy;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.authorization.Situation;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.control.ControlDecision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides as {@link RequestDecision} does, and takes nothing: what is approved is counted by spend controls only. */
final class ApprovalDecision {

    private final Desk desk;
    private final Content.Approval approval;

    ApprovalDecision(Desk desk, Content.Approval approval) {
        this.desk = desk;
        this.approval = approval;
    }

    MessageOutcome decide() {
        ControlDecision controls = Velocities.decide(desk, approval.asked().increment(), 0);
        AuthorizationDecision decision = AuthorizationPolicy.decide(approval.asked(), situation(controls));
        if (decision.approved() > 0) {
            Velocities.consume(desk, approval.authorization(), approval.asked().increment(), decision.approved(), 0);
        }
        return outcome(decision, controls);
    }

    private Situation situation(ControlDecision controls) {
        List<Finding> against = new ArrayList<>();
        if (desk.message().subject().card() != null) {
            against.addAll(CardChecks.of(desk, Credentials.NONE).findings());
        }
        if (desk.owner().status() == AccountStatus.INACTIVE) {
            against.add(Finding.of(DeclineReason.ACCOUNT_INACTIVE));
        }
        if (voidedBefore()) {
            against.add(Finding.of(DeclineReason.REVERSED_BEFORE));
        }
        against.addAll(Velocities.findings(controls));
        Balance balance = desk.owner().defaultBalance();
        long spendable = Math.max(0, desk.funds(balance).available());
        return new Situation(
                against, balance.currency(), spendable, 0, desk.program().partialApproval());
    }

    /** The caller was told no when the time was up, and this request is what was still under way. */
    private boolean voidedBefore() {
        return desk.find()
                .filter(found -> found.known().answerVoided(approval.authorization()))
                .isPresent();
    }

    private MessageOutcome outcome(AuthorizationDecision decision, ControlDecision controls) {
        boolean shadowDeclined = !controls.shadowViolations().isEmpty();
        return new MessageOutcome(
                null,
                response(decision),
                DecidedBy.ISSUER,
                decision.findings(),
                shadowDeclined ? Set.of(Flag.SHADOW_DECLINED) : Set.of(),
                decision.approved(),
                desk.funds(desk.owner().defaultBalance()),
                decision.isApproved() ? ApprovalCode.of(desk.message().id()) : null,
                null,
                Velocities.versions(controls),
                false);
    }

    private static Response response(AuthorizationDecision decision) {
        if (!decision.isApproved()) {
            return Response.DECLINED;
        }
        return decision.partial() ? Response.PARTIALLY_APPROVED : Response.APPROVED;
    }
}
