package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.control.ControlShelf;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * One message of a card network about one payment, whichever door it came through.
 *
 * @param id of the message; a repeat has the same
 * @param place null where the message does not say
 */
public record NetworkMessage(
        UUID id,
        MessageFunction function,
        Subject subject,
        Links links,
        @Nullable Place place,
        Content content,
        Timing timing) {

    /** A reference that the network gives a clearing record. The longest known has some 40 characters. */
    public static final int MAX_REFERENCE = 64;

    /**
     * Whose message it is.
     *
     * @param card token; null where the message is about a payment of the account
     */
    public record Subject(AccountKey account, @Nullable UUID card) {

        /** Of a message whose card is not known. */
        static final Subject UNKNOWN = new Subject(new AccountKey(0, ""), null);
    }

    public NetworkMessage {
        String reference = referenceOf(content);
        if (reference.length() > MAX_REFERENCE || reference.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a clearing reference has at most " + MAX_REFERENCE + " characters");
        }
    }

    /**
     * Whose spend controls look at it and count it: the card's and its account's, or the account's alone. Null if none do.
     */
    @Nullable
    UUID counted() {
        boolean maybeWithoutCard = function == MessageFunction.APPROVAL || function == MessageFunction.VOID;
        return subject.card() == null && maybeWithoutCard ? ControlShelf.NO_CARD : subject.card();
    }

    static String referenceOf(Content content) {
        if (content instanceof Content.Presentment presentment) {
            return presentment.reference();
        }
        if (content instanceof Content.PresentmentReversal reversal) {
            return reversal.reference();
        }
        if (content instanceof Content.Refund refund) {
            return refund.reference();
        }
        if (content instanceof Content.RefundReversal reversal) {
            return reversal.reference();
        }
        return content instanceof Content.Adjustment adjustment ? adjustment.reference() : "";
    }

    /** For the record of no account, which must not stand in the way of the same message once there is one. */
    NetworkMessage unplaced() {
        UUID other = Digest.of("unplaced").with(id).toUuid();
        return new NetworkMessage(other, function, Subject.UNKNOWN, links, place, content, timing);
    }

    /** Digest of what it asks for or states: another message under the same id has another. */
    UUID fingerprint() {
        Digest digest = Digest.of("network-message")
                .with(function.number())
                .with(content.getClass().getSimpleName())
                .with(content.authorization())
                .with(referenceOf(content));
        Amounts amounts = content.amounts();
        if (amounts != null) {
            digest.with(amounts.billing().minor())
                    .with(amounts.billing().currency().code())
                    .with(amounts.transaction().minor())
                    .with(amounts.transaction().currency().code());
        }
        if (content instanceof Content.Request request) {
            digest.with(request.asked().type().name())
                    .with(request.asked().kind().name())
                    .with(yesNo(request.asked().increment()));
        }
        if (content instanceof Content.Approval approval) {
            digest.with(approval.asked().type().name())
                    .with(approval.asked().kind().name());
        }
        if (content instanceof Content.Reversal reversal) {
            digest.with(reversal.leftMinor());
        }
        if (content instanceof Content.Advice advice) {
            digest.with(advice.kind().name()).with(yesNo(advice.approved()));
        }
        if (content instanceof Content.Presentment presentment) {
            digest.with(yesNo(presentment.last()));
        }
        if (content instanceof Content.Adjustment adjustment) {
            digest.with(adjustment.type()).with(yesNo(adjustment.toCustomer()));
        }
        return digest.toUuid();
    }

    private static long yesNo(boolean truth) {
        return truth ? 1 : 0;
    }
}
