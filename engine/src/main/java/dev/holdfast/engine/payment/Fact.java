package dev.holdfast.engine.payment;

import java.util.UUID;

/** What one message of a payment states. Amounts are minor units, never negative. */
public sealed interface Fact {

    /**
     * An amount was approved: by the first authorization, or by an increment.
     *
     * @param authorization the message that asked for it
     * @param kind how it takes the money
     * @param amount of this message alone; an increment's is what it adds
     */
    record Approved(UUID authorization, PaymentKind kind, long amount) implements Fact {

        public Approved {
            requireAmount(amount);
        }
    }

    /**
     * The network decided an authorization itself, or says what it came to: what stand-in approved, what the fuel was.
     * Counts instead of what was approved here, whichever came first.
     *
     * @param authorization the request that it is about, whether or not that ever came
     * @param amount what the network approved
     */
    record Advised(UUID authorization, PaymentKind kind, long amount) implements Fact {

        public Advised {
            requireAmount(amount);
        }
    }

    /**
     * The answer to an authorization did not count: it was late, or the network did not take it. What is approved here is
     * nothing then; what the network advises stands.
     */
    record AnswerVoided(UUID authorization) implements Fact {}

    /**
     * A reversal leaves this much of one authorization. May be known before the authorization is.
     *
     * @param authorization the message that is reversed
     * @param left what stays approved of it: zero for a full reversal, DE95 for a partial one
     */
    record Reversed(UUID authorization, long left) implements Fact {

        public Reversed {
            requireAmount(left);
        }
    }

    /**
     * A reversal that names no authorization leaves this much of all that the payment's authorizations come to.
     *
     * @param left zero for a full reversal
     */
    record AllReversed(long left) implements Fact {

        public AllReversed {
            requireAmount(left);
        }
    }

    /**
     * The merchant has taken an amount.
     *
     * @param reference of the presentment, unique among the payment's
     * @param last whether no further capture will follow, so that the rest is given back
     */
    record Captured(String reference, long amount, boolean last) implements Fact {

        public Captured {
            requireAmount(amount);
        }
    }

    /**
     * A capture was taken back by the network. May be known before the capture is.
     *
     * @param reference of the presentment that is reversed
     */
    record CaptureReversed(String reference) implements Fact {}

    /**
     * The merchant has given an amount back.
     *
     * @param reference of the refund, unique among the payment's
     */
    record Refunded(String reference, long amount) implements Fact {

        public Refunded {
            requireAmount(amount);
        }
    }

    /**
     * A refund was taken back. May be known before the refund is.
     *
     * @param reference of the refund
     */
    record RefundReversed(String reference) implements Fact {}

    /**
     * A dispute or a fee has moved the customer's money outside what was authorized.
     *
     * @param reference of the clearing record with its type, unique among the payment's
     * @param amount above zero to the customer, below zero from the customer
     */
    record Adjusted(String reference, long amount) implements Fact {}

    /**
     * The authorization's lifetime is over: what is not captured is given back.
     *
     * @param number counts the payment's expiries from 1
     */
    record Expired(int number) implements Fact {}

    /** An operator has taken an expiry back: what is approved and not captured is set aside again. */
    record Unexpired(int number) implements Fact {}

    private static void requireAmount(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a negative amount");
        }
    }
}
