package dev.holdfast.engine.door;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.Response;

/** DE39 for every outcome. */
public final class ResponseCodes {

    static final String FORMAT_ERROR = "30";
    static final String NO_SUCH_CARD = "14";
    static final String MALFUNCTION = "96";
    static final String APPROVED = "00";

    private ResponseCodes() {}

    /** As ISO 8583:1987 has it, for doors without a dialect. */
    public static String of(MessageOutcome outcome, MessageFunction function) {
        return of(outcome, function, Dialects.ASCII_1987);
    }

    static String of(MessageOutcome outcome, MessageFunction function, PrivateFields dialect) {
        DeclineReason reason = outcome.reason();
        if (reason == null) {
            return of(outcome.response());
        }
        // A statement about a card that is not ours would only be repeated.
        boolean unheard = !function.isRequest() && reason == DeclineReason.CARD_NOT_FOUND;
        return unheard ? APPROVED : of(reason, dialect);
    }

    private static String of(Response response) {
        return switch (response) {
            case PARTIALLY_APPROVED -> "10";
            case NOTHING_AGAINST -> "85";
            case APPROVED, TAKEN, DECLINED -> APPROVED;
        };
    }

    static String of(DeclineReason reason, PrivateFields dialect) {
        String own = dialect.responseCode(reason);
        return own == null ? common(reason) : own;
    }

    private static String common(DeclineReason reason) {
        return switch (reason) {
            case FORMAT_ERROR -> FORMAT_ERROR;
            case DUPLICATE -> "94";
            case CONTRADICTION, UNSUPPORTED, CURRENCY_MISMATCH, REVERSED_BEFORE, PAYMENT_CLOSED -> "12";
            case INVALID_AMOUNT -> "13";
            case ACCOUNT_NOT_FOUND, CARD_NOT_FOUND, CARD_CLOSED -> NO_SUCH_CARD;
            case CARD_LOST -> "41";
            case CARD_STOLEN -> "43";
            case CARD_EXPIRED, EXPIRY_MISMATCH -> "54";
            case CARD_NOT_ACTIVE -> "78";
            case CARD_LOCKED, ACCOUNT_INACTIVE -> "62";
            case CVV_MISMATCH -> "63";
            case PIN_TRIES_EXCEEDED -> "75";
            case PIN_INCORRECT -> "55";
            case PIN_UNREADABLE -> "86";
            case CONTROL_NOT_PERMITTED -> "57";
            case CONTROL_AMOUNT -> "61";
            case CONTROL_COUNT -> "65";
            case INSUFFICIENT_FUNDS -> "51";
            case DEADLINE, ISSUER_UNAVAILABLE -> "91";
            case SYSTEM_ERROR -> MALFUNCTION;
        };
    }
}
