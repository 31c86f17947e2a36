package dev.holdfast.engine.control;

import java.util.Locale;

/**
 * Why a rule is broken, in order of precedence: where several apply, the first speaks to the network, all are recorded.
 * The wire code is the name in lower case. {@link #retryHelps()} says whether the same purchase may pass later without
 * anybody changing a rule.
 */
public enum ControlReason {
    MERCHANT_BLOCKED("the merchant is blocked", false),
    MERCHANT_NOT_ALLOWED("the merchant is not among those allowed", false),
    MERCHANT_NOT_GIVEN("only certain merchants are allowed and the message names none", false),
    MCC_BLOCKED("the merchant's category is blocked", false),
    MCC_NOT_ALLOWED("the merchant's category is not among those allowed", false),
    COUNTRY_BLOCKED("the merchant's country is blocked", false),
    COUNTRY_NOT_ALLOWED("the merchant's country is not among those allowed", false),
    COUNTRY_NOT_GIVEN("only certain countries are allowed and the message names none", false),
    CURRENCY_BLOCKED("the merchant's currency is blocked", false),
    CURRENCY_NOT_ALLOWED("the merchant's currency is not among those allowed", false),
    BILLING_CURRENCY_BLOCKED("the billing currency is blocked", false),
    BILLING_CURRENCY_NOT_ALLOWED("the billing currency is not among those allowed", false),
    CHANNEL_BLOCKED("the channel is blocked", false),
    CHANNEL_NOT_ALLOWED("the channel is not among those allowed", false),
    ENTRY_MODE_BLOCKED("the entry mode is blocked", false),
    ENTRY_MODE_NOT_ALLOWED("the entry mode is not among those allowed", false),
    TIME_BLOCKED("purchases are blocked at this time", true),
    TIME_NOT_ALLOWED("purchases are not allowed at this time", true),
    /** A rule of several conditions blocks; none of them would alone. */
    COMBINATION_BLOCKED("the purchase has everything that a rule blocks", false),
    /** A limit cannot be compared with the amount, so it does not let it pass. */
    LIMIT_IN_OTHER_CURRENCY("the limit is in another currency than the one billed", false),
    AMOUNT_EXCEEDED("the amount is more than one purchase may be", false),
    CARD_SPEND_EXCEEDED("the card's spending in the window would be too much", true),
    ACCOUNT_SPEND_EXCEEDED("the account's spending in the window would be too much", true),
    CARD_COUNT_EXCEEDED("the card has made as many purchases as the window allows", true),
    ACCOUNT_COUNT_EXCEEDED("the account has made as many purchases as the window allows", true),
    /** {@link Window#MAX_BUCKETS} are in use, forced movements and increments among them. */
    CARD_WINDOW_FULL("the card has more movements in the window than are counted", true),
    /** As {@link #CARD_WINDOW_FULL}, for an account. */
    ACCOUNT_WINDOW_FULL("the account has more movements in the window than are counted", true);

    private final String message;
    private final boolean retryHelps;

    ControlReason(String message, boolean retryHelps) {
        this.message = message;
        this.retryHelps = retryHelps;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String message() {
        return message;
    }

    public boolean retryHelps() {
        return retryHelps;
    }
}
