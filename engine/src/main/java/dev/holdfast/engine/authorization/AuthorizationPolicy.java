package dev.holdfast.engine.authorization;

import dev.holdfast.engine.money.Money;

import java.util.ArrayList;
import java.util.List;

/** The rules of a decision. Pure. */
public final class AuthorizationPolicy {

    private AuthorizationPolicy() {}

    /** Decides a request: all reasons against it, or how much of it is approved. */
    public static AuthorizationDecision decide(AuthorizationRequest request, Situation situation) {
        List<Finding> findings = new ArrayList<>(situation.found());
        checkAmounts(request, situation, findings);
        boolean sound = findings.isEmpty();
        long asked = request.type().spends() ? request.amounts().billing().minor() : 0;
        long needed = Math.max(0, asked - situation.covered());
        if (needed <= situation.spendable()) {
            return sound ? new AuthorizationDecision(List.of(), asked, false) : declined(findings);
        }
        long part = situation.covered() + situation.spendable();
        if (sound && part > 0 && mayBePartial(request, situation)) {
            return new AuthorizationDecision(List.of(), part, true);
        }
        findings.add(Finding.of(DeclineReason.INSUFFICIENT_FUNDS));
        return declined(findings);
    }

    private static AuthorizationDecision declined(List<Finding> findings) {
        return new AuthorizationDecision(findings.stream().sorted().toList(), 0, false);
    }

    private static void checkAmounts(AuthorizationRequest request, Situation situation, List<Finding> findings) {
        Money billing = request.amounts().billing();
        if (!billing.currency().equals(situation.currency())) {
            findings.add(Finding.of(DeclineReason.CURRENCY_MISMATCH));
        }
        boolean needsAmount = request.type().spends();
        boolean cashIsTooMuch =
                request.amounts().cash() > request.amounts().transaction().minor();
        if (cashIsTooMuch || (needsAmount && billing.minor() == 0)) {
            findings.add(Finding.of(DeclineReason.INVALID_AMOUNT));
        }
    }

    /**
     * Only what can be handed over in part: goods and services, but no notes. The approved part is said in the merchant's
     * currency too, so both must be one.
     */
    private static boolean mayBePartial(AuthorizationRequest request, Situation situation) {
        return request.partialAllowed()
                && situation.partialApproval()
                && request.type() == TransactionType.PURCHASE
                && !request.increment()
                && request.amounts().billing().equals(request.amounts().transaction());
    }
}
