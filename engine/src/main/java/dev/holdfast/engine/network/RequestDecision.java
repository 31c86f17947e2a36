package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.ApprovalCode;
import dev.holdfast.engine.authorization.AuthorizationDecision;
import dev.holdfast.engine.authorization.AuthorizationPolicy;
import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.authorization.Situation;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.control.ControlDecision;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.FoundPayment;
import dev.holdfast.engine.payment.Payment;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides one request and, if it is approved, takes the money. */
final class RequestDecision {

    private final Desk desk;
    private final Content.Request request;
    private final AuthorizationRequest asked;
    private final CardChecks card;

    RequestDecision(Desk desk, Content.Request request) {
        this.desk = desk;
        this.request = request;
        this.asked = request.asked();
        this.card = CardChecks.of(desk, request.credentials());
    }

    MessageOutcome decide() {
        FoundPayment payment = desk.find().orElseGet(desk::open);
        long covered = covered(payment, asked.amounts().billing().minor());
        ControlDecision controls = Velocities.decide(desk, asked.increment(), covered);
        AuthorizationDecision decision =
                affordable(payment, AuthorizationPolicy.decide(asked, situation(payment, controls, covered)));
        card.countPin(desk);
        if (decision.approved() > 0) {
            covered = covered(payment, decision.approved());
            desk.state(payment, new Fact.Approved(request.authorization(), asked.kind(), decision.approved()), false);
            Velocities.consume(desk, request.authorization(), asked.increment(), decision.approved(), covered);
        }
        return outcome(payment, decision, controls, covered);
    }

    private Situation situation(FoundPayment payment, ControlDecision controls, long covered) {
        List<Finding> against = new ArrayList<>(card.findings());
        if (desk.owner().status() == AccountStatus.INACTIVE) {
            against.add(Finding.of(DeclineReason.ACCOUNT_INACTIVE));
        }
        checkPayment(payment.known()).ifPresent(reason -> against.add(Finding.of(reason)));
        against.addAll(Velocities.findings(controls));
        return new Situation(
                against,
                payment.payment().balance().currency(),
                spendable(payment),
                covered,
                desk.program().partialApproval());
    }

    private long spendable(FoundPayment payment) {
        return Math.max(0, desk.funds(payment.payment().balance()).available());
    }

    /** Of a part of the amount less may be covered than of all of it: what a reversal took off lies at its upper end. */
    private AuthorizationDecision affordable(FoundPayment payment, AuthorizationDecision decision) {
        long spendable = spendable(payment);
        long taken = decision.approved() - covered(payment, decision.approved());
        if (!decision.partial() || taken <= spendable) {
            return decision;
        }
        return spendable > 0
                ? new AuthorizationDecision(List.of(), spendable, true)
                : new AuthorizationDecision(List.of(Finding.of(DeclineReason.INSUFFICIENT_FUNDS)), 0, false);
    }

    private Optional<DeclineReason> checkPayment(Payment payment) {
        UUID authorization = request.authorization();
        if (!payment.hasRoomFor(approved())) {
            return Optional.of(DeclineReason.PAYMENT_CLOSED);
        }
        Optional<Payment> after = payment.with(approved());
        if (after.isEmpty() || payment.facts().contains(approved()) || isAnother(payment)) {
            return Optional.of(DeclineReason.DUPLICATE);
        }
        if (!asked.type().spends()) {
            return Optional.empty();
        }
        if (payment.takenBack(authorization)) {
            return Optional.of(DeclineReason.REVERSED_BEFORE);
        }
        return after.get().approvesInVain() ? Optional.of(DeclineReason.PAYMENT_CLOSED) : Optional.empty();
    }

    /** Whether the network's id belongs to another authorization, which this one does not add to. */
    private boolean isAnother(Payment payment) {
        return !asked.increment()
                && !payment.authorizations().isEmpty()
                && !payment.authorizations().contains(request.authorization());
    }

    private Fact approved() {
        return approved(asked.amounts().billing().minor());
    }

    private Fact approved(long amount) {
        return new Fact.Approved(request.authorization(), asked.kind(), amount);
    }

    /** What of an amount the payment has taken before the request came, in minor units. */
    private long covered(FoundPayment payment, long amount) {
        Fact approved = approved(amount);
        if (!payment.known().hasRoomFor(approved)) {
            return 0;
        }
        long before = payment.position().effectOnAvailable();
        return payment.known()
                .with(approved)
                .map(after -> amount - (before - after.position().effectOnAvailable()))
                .orElse(0L);
    }

    private MessageOutcome outcome(
            FoundPayment payment, AuthorizationDecision decision, ControlDecision controls, long covered) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (!controls.shadowViolations().isEmpty()) {
            flags.add(Flag.SHADOW_DECLINED);
        }
        if (covered > 0 && decision.approved() > 0) {
            flags.add(Flag.COVERED_BEFORE);
        }
        if (!payment.joining().isEmpty() && decision.approved() > 0) {
            flags.add(Flag.JOINED);
        }
        return new MessageOutcome(
                decision.approved() > 0 ? payment.payment().id() : null,
                response(decision),
                DecidedBy.ISSUER,
                decision.findings(),
                flags,
                decision.approved(),
                desk.funds(payment.payment().balance()),
                decision.isApproved() ? ApprovalCode.of(desk.message().id()) : null,
                addressMatch(),
                Velocities.versions(controls),
                false);
    }

    private Response response(AuthorizationDecision decision) {
        if (!decision.isApproved()) {
            return Response.DECLINED;
        }
        if (asked.type() == TransactionType.ACCOUNT_VERIFICATION) {
            return Response.NOTHING_AGAINST;
        }
        return decision.partial() ? Response.PARTIALLY_APPROVED : Response.APPROVED;
    }

    private @Nullable AddressMatch addressMatch() {
        BillingAddress given = request.credentials().address();
        return given == null ? null : AddressMatch.of(given, card.address());
    }
}
