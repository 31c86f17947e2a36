package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.Payment;

import java.util.Optional;
import java.util.UUID;

/** What a message that is no request states of its payment. Pure. */
final class StatedFact {

    private StatedFact() {}

    /**
     * The fact; empty if the message is for the record only.
     *
     * @param content of no request
     * @param known what the payment's messages have stated before
     */
    static Optional<Fact> of(Content content, Payment known) {
        if (content instanceof Content.Advice advice) {
            return advice.approved()
                    ? Optional.of(new Fact.Advised(advice.authorization(), advice.kind(), minor(advice.amounts())))
                    : Optional.empty();
        }
        if (content instanceof Content.Reversal reversal) {
            return Optional.of(reversed(reversal));
        }
        if (content instanceof Content.AnswerVoid answer) {
            return Optional.of(new Fact.AnswerVoided(answer.authorization()));
        }
        if (content instanceof Content.Noted) {
            return Optional.empty();
        }
        boolean lifetime = content instanceof Content.NetworkExpiry
                || content instanceof Content.Expiry
                || content instanceof Content.Unexpiry;
        return lifetime ? lifetime(content, known) : Optional.of(clearing(content));
    }

    private static Fact reversed(Content.Reversal reversal) {
        UUID authorization = reversal.authorization();
        return authorization == null
                ? new Fact.AllReversed(reversal.leftMinor())
                : new Fact.Reversed(authorization, reversal.leftMinor());
    }

    /** The network says that a lifetime is over, whatever is left; the clock says so where something is given back. */
    private static Optional<Fact> lifetime(Content content, Payment known) {
        if (content instanceof Content.Unexpiry) {
            return known.expired() ? Optional.of(new Fact.Unexpired(known.expiries())) : Optional.empty();
        }
        boolean expires = content instanceof Content.Expiry ? known.expires() : !known.expired();
        return expires ? Optional.of(new Fact.Expired(known.expiries() + 1)) : Optional.empty();
    }

    private static Fact clearing(Content content) {
        if (content instanceof Content.Presentment presentment) {
            return new Fact.Captured(presentment.reference(), minor(presentment.amounts()), presentment.last());
        }
        if (content instanceof Content.PresentmentReversal reversal) {
            return new Fact.CaptureReversed(reversal.reference());
        }
        if (content instanceof Content.Refund refund) {
            return new Fact.Refunded(refund.reference(), minor(refund.amounts()));
        }
        if (content instanceof Content.RefundReversal reversal) {
            return new Fact.RefundReversed(reversal.reference());
        }
        Content.Adjustment adjustment = (Content.Adjustment) content;
        long amount = minor(adjustment.amounts());
        String reference = adjustment.type() + ":" + adjustment.reference();
        return new Fact.Adjusted(reference, adjustment.toCustomer() ? amount : -amount);
    }

    private static long minor(Amounts amounts) {
        return amounts.billing().minor();
    }
}
