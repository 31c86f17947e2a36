package dev.holdfast.engine.money;

/** Why a decimal is not acceptable as an amount, in order of precedence. */
public enum AmountProblem {
    NOT_POSITIVE("must be greater than zero"),
    NEGATIVE("must not be negative"),
    TOO_LARGE("must be at most 9000000000000000 minor units"),
    TOO_PRECISE("has more decimals than the currency");

    private final String message;

    AmountProblem(String message) {
        this.message = message;
    }

    /** What to tell the caller; does not repeat the offending value. */
    public String message() {
        return message;
    }
}
