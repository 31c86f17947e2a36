package dev.holdfast.engine.authorization;

import java.util.Locale;

/**
 * Why a message was declined, in order of precedence: where several apply, the first is the answer; all are recorded. Each
 * has one cause. How a network hears it is for its dialect to say.
 */
public enum DeclineReason {
    FORMAT_ERROR("the message cannot be read", false),
    /** The id was used by a message with another content, or the network's id by another authorization. */
    DUPLICATE("the message's identity was used by another one", false),
    /** It contradicts an earlier message of the payment: the same presentment with another amount. */
    CONTRADICTION("an earlier message of the payment says otherwise", false),
    UNSUPPORTED("this kind of transaction is not supported", false),
    ACCOUNT_NOT_FOUND("there is no such account", false),
    CARD_NOT_FOUND("there is no such card", false),
    CARD_CLOSED("the card is closed", false),
    CARD_LOST("the card was reported lost", false),
    CARD_STOLEN("the card was reported stolen", false),
    CARD_EXPIRED("the card has expired", false),
    EXPIRY_MISMATCH("the expiry date is not the card's", false),
    CARD_NOT_ACTIVE("the card is not yet active", false),
    CARD_LOCKED("the card is locked", false),
    ACCOUNT_INACTIVE("the account is inactive", false),
    CVV_MISMATCH("the card verification value is wrong", false),
    PIN_TRIES_EXCEEDED("the PIN was wrong too often", false),
    PIN_INCORRECT("the PIN is wrong", false),
    PIN_UNREADABLE("the PIN block cannot be read", false),
    CONTROL_NOT_PERMITTED("a spend control does not permit it", false),
    CONTROL_AMOUNT("a spend control's amount is exceeded", true),
    CONTROL_COUNT("a spend control's count is exceeded", true),
    /** The account is billed in another currency. */
    CURRENCY_MISMATCH("the billing currency is not the account's", false),
    INVALID_AMOUNT("the amount does not fit the transaction", false),
    /** A reversal of this authorization came before it. */
    REVERSED_BEFORE("the authorization was reversed before it came", false),
    /** The payment has expired, or its last capture is in: it would be approved and nothing set aside for it. */
    PAYMENT_CLOSED("the payment is over", false),
    INSUFFICIENT_FUNDS("the available balance and credit limit do not cover the amount", true),
    /** No decision could be reached before the network's time was up. */
    DEADLINE("the time for the decision was up", true),
    /** The system could not decide: too busy, or its database was away. */
    ISSUER_UNAVAILABLE("the decision could not be reached", true),
    SYSTEM_ERROR("the decision failed", true);

    private final String message;
    private final boolean retryHelps;

    DeclineReason(String message, boolean retryHelps) {
        this.message = message;
        this.retryHelps = retryHelps;
    }

    /** The name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String message() {
        return message;
    }

    /** Whether the same request may pass later without anybody changing the card or its controls. */
    public boolean retryHelps() {
        return retryHelps;
    }

    /**
     * Returns the reason with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DeclineReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
