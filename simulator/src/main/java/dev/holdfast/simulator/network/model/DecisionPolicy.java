package dev.holdfast.simulator.network.model;

import dev.holdfast.simulator.network.card.CardCondition;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.Presented;
import dev.holdfast.simulator.network.message.Processing;
import org.jspecify.annotations.Nullable;

/** Which answer to a request is due. */
public final class DecisionPolicy {

    private final boolean visa;

    /** @param visa whether the response codes are the Visa style's */
    public DecisionPolicy(boolean visa) {
        this.visa = visa;
    }

    /** Returns the code that the card alone decides, whatever the account looks like; null if the card is good. */
    public @Nullable String byCard(Draft request) {
        Reason reason = cardReason(request.card());
        return reason == null ? null : reason.code(visa);
    }

    /** Returns the code that earlier messages of the payment decide, or null if none does. */
    public @Nullable String byPayment(Draft request, PaymentFacts facts) {
        if (!request.terms().processing().spends() || request.terms().isVerification()) {
            return null;
        }
        if (facts.isTakenBack(request.id())) {
            return Reason.REVERSED_BEFORE.code(visa);
        }
        return request.isIncrement() && facts.isClosed() ? Reason.PAYMENT_CLOSED.code(visa) : null;
    }

    /** Returns the whole decision, for an account on which nothing else happens meanwhile. */
    public Decision decide(Draft request, ModelAccount account, PaymentFacts facts) {
        String refused = byCard(request);
        if (refused == null) {
            refused = byPayment(request, facts);
        }
        if (refused != null) {
            return new Decision(refused, 0);
        }
        if (request.terms().isVerification()) {
            return new Decision(NetworkAnswer.VERIFIED, 0);
        }
        long asked = request.terms().minor();
        return request.terms().processing().spends()
                ? byFunds(request, account, facts)
                : new Decision(NetworkAnswer.APPROVED, request.terms().processing() == Processing.BALANCE ? 0 : asked);
    }

    private Decision byFunds(Draft request, ModelAccount account, PaymentFacts facts) {
        long asked = request.terms().minor();
        long needed = facts.effectWith(request, asked).spent() - facts.effect().spent();
        if (needed <= 0 || needed <= account.spendable()) {
            return new Decision(NetworkAnswer.APPROVED, asked);
        }
        return request.isDivisible() && account.spendable() > 0
                ? new Decision(NetworkAnswer.PARTLY, account.spendable())
                : new Decision(Reason.INSUFFICIENT_FUNDS.code(visa), 0);
    }

    private static @Nullable Reason cardReason(Presented presented) {
        Reason condition = conditionReason(presented.card().condition());
        if (condition != null && condition.compareTo(Reason.EXPIRY_MISMATCH) < 0) {
            return condition;
        }
        if (!presented.expiry().equals(presented.card().embossing().expiry())) {
            return Reason.EXPIRY_MISMATCH;
        }
        if (condition != null) {
            return condition;
        }
        String cvv2 = presented.cvv2();
        return cvv2 == null || cvv2.equals(presented.card().embossing().cvv2()) ? null : Reason.CVV_MISMATCH;
    }

    private static @Nullable Reason conditionReason(CardCondition condition) {
        return switch (condition) {
            case ACTIVE -> null;
            case UNKNOWN -> Reason.CARD_NOT_FOUND;
            case CLOSED -> Reason.CARD_CLOSED;
            case LOST -> Reason.CARD_LOST;
            case STOLEN -> Reason.CARD_STOLEN;
            case EXPIRED -> Reason.CARD_EXPIRED;
            case NOT_ACTIVE -> Reason.CARD_NOT_ACTIVE;
            case LOCKED -> Reason.CARD_LOCKED;
        };
    }
}
