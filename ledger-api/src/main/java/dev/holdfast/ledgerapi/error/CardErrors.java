package dev.holdfast.ledgerapi.error;

import dev.holdfast.engine.card.CardIssueOutcome;
import dev.holdfast.engine.card.CardOutcome;

/** What a caller is told when a card was not issued or changed. */
public final class CardErrors {

    private CardErrors() {}

    public static ApiError errorOf(CardIssueOutcome.Rejection reason) {
        return switch (reason) {
            case ACCOUNT_NOT_FOUND -> ApiError.of(ErrorCode.ACCOUNT_NOT_FOUND);
            case ISSUE_KEY_REUSED -> ApiError.of(ErrorCode.IDEMPOTENCY_ERROR);
            case BIN_EXHAUSTED -> ApiError.of(ErrorCode.CARD_CREATION_FAILED);
        };
    }

    public static ApiError errorOf(CardOutcome.Rejection reason) {
        return switch (reason) {
            case CARD_NOT_FOUND -> ApiError.of(ErrorCode.CARD_NOT_FOUND);
            case STATUS_CHANGE_NOT_ALLOWED -> ApiError.of(ErrorCode.CARD_UPDATE_FAILED);
            case PIN_UNREADABLE ->
                ApiError.invalid(DetailCode.INVALID_VALUE, "pin_block", "holds no PIN that can be read");
        };
    }
}
