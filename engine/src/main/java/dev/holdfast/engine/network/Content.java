package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.payment.PaymentKind;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What a message says. Each kind but a request or an approval states a fact of its payment, and is taken. */
public sealed interface Content {

    /** The amounts that it speaks of; null if none. */
    default @Nullable Amounts amounts() {
        return null;
    }

    /** The request that it is, or is about; null if it does not say. */
    default @Nullable UUID authorization() {
        return null;
    }

    /**
     * Asks for a decision.
     *
     * @param authorization itself
     * @param singleMessage whether nothing will present what is approved, so that it never expires
     */
    record Request(
            @Override UUID authorization, AuthorizationRequest asked, boolean singleMessage, Credentials credentials)
            implements Content {

        @Override
        public Amounts amounts() {
            return asked.amounts();
        }
    }

    /**
     * Asks for a decision only: whoever asks will have the ledger move the money.
     *
     * @param authorization itself
     */
    record Approval(@Override UUID authorization, AuthorizationRequest asked, ApprovalRequest.Names names)
            implements Content {

        @Override
        public Amounts amounts() {
            return asked.amounts();
        }
    }

    /**
     * The network decided a request itself, or says what it came to.
     *
     * @param approved whether the network approved it; a decline is only recorded
     */
    record Advice(
            @Override UUID authorization,
            PaymentKind kind,
            boolean approved,
            @Override Amounts amounts) implements Content {}

    /**
     * Takes an authorization back, wholly or in part.
     *
     * @param authorization null if it only names the payment
     * @param amounts what the original was for
     * @param leftMinor what is left of it, minor units of the billing currency; zero for all taken back
     */
    record Reversal(
            @Override @Nullable UUID authorization,
            @Override Amounts amounts,
            long leftMinor) implements Content {}

    /**
     * The answer to a request did not count.
     *
     * @param request the message whose copy, received when this was, was answered here: an answer that another process gave
     *     to a repeat stands. Null if the network says so, of whatever it has heard
     */
    record AnswerVoid(
            @Override UUID authorization, @Nullable UUID request) implements Content {

        /** As the network says it. */
        public AnswerVoid(UUID authorization) {
            this(authorization, null);
        }
    }

    /** The merchant takes an amount. See {@link dev.holdfast.engine.payment.Fact.Captured}. */
    record Presentment(String reference, @Override Amounts amounts, boolean last) implements Content {}

    /** A presentment is taken back. */
    record PresentmentReversal(String reference) implements Content {}

    /** The merchant gives an amount back. */
    record Refund(String reference, @Override Amounts amounts) implements Content {}

    /** A refund is taken back, or was announced and never came. */
    record RefundReversal(String reference) implements Content {}

    /**
     * A dispute or a fee.
     *
     * @param type what the network calls it; a chargeback and its reversal may have one reference
     * @param toCustomer whether the amount goes to the customer, or comes from the customer
     */
    record Adjustment(
            String type, String reference, @Override Amounts amounts, boolean toCustomer) implements Content {}

    /**
     * The clock: a payment's lifetime may be over.
     *
     * @param payment found by the scheduler
     */
    record Expiry(UUID payment) implements Content {}

    /**
     * The network says that a lifetime is over. Once, whether or not the clock has said so.
     *
     * @param reference of the clearing record
     */
    record NetworkExpiry(String reference) implements Content {}

    /**
     * An operator takes a payment's expiry back.
     *
     * @param operator who did it, for the record
     */
    record Unexpiry(UUID payment, String operator) implements Content {}

    /** Something that concerns the customer's money in no way, and is kept for the record only. */
    record Noted(String what) implements Content {}
}
