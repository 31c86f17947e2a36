package dev.holdfast.engine.payment;

import java.util.Locale;

/** Why a message was not taken, in the order in which one of several decides. Each has one cause. */
public enum Decline {
    /** The message's id was used by a message with another content. */
    MESSAGE_REUSED,
    /** It contradicts what an earlier message of the payment said: the same presentment with another amount. */
    CONTRADICTS_EARLIER_MESSAGE,
    ACCOUNT_NOT_FOUND,
    ACCOUNT_INACTIVE,
    /** The account is billed in another currency. */
    CURRENCY_MISMATCH,
    /** A reversal of this authorization came before it. */
    REVERSED_BEFORE,
    /** The payment has expired, or its last capture is in: it would be approved and nothing set aside for it. */
    PAYMENT_CLOSED,
    INSUFFICIENT_FUNDS;

    /** The name on the wire and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the reason with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Decline ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
