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

    /** The authorization's lifetime is over: what is not captured is given back. */
    record Expired() implements Fact {}

    private static void requireAmount(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a negative amount");
        }
    }
}
