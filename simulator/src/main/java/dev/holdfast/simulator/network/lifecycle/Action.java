package dev.holdfast.simulator.network.lifecycle;

import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.Processing;

/** What a step sends. */
public enum Action {
    AUTHORIZE(Kind.AUTHORIZATION, Processing.PURCHASE),
    HOLD(Kind.AUTHORIZATION, Processing.PURCHASE),
    INCREMENT(Kind.AUTHORIZATION, Processing.PURCHASE),
    CASHBACK(Kind.AUTHORIZATION, Processing.CASHBACK),
    QUASI_CASH(Kind.AUTHORIZATION, Processing.QUASI_CASH),
    VERIFY(Kind.AUTHORIZATION, Processing.PURCHASE),
    BALANCE(Kind.AUTHORIZATION, Processing.BALANCE),
    REFUND_AUTHORIZE(Kind.AUTHORIZATION, Processing.REFUND),
    SALE(Kind.FINANCIAL, Processing.PURCHASE),
    CASH(Kind.FINANCIAL, Processing.CASH),
    STAND_IN(Kind.AUTHORIZATION_ADVICE, Processing.PURCHASE),
    CAPTURE(Kind.FINANCIAL_ADVICE, Processing.PURCHASE),
    REFUND(Kind.FINANCIAL_ADVICE, Processing.REFUND),
    /** The amount of the step is what is left of the original: 0 for a full reversal. */
    REVERSE(Kind.REVERSAL, Processing.PURCHASE),
    /** The reversal of an authorization whose answer came too late. */
    TOO_LATE(Kind.REVERSAL_ADVICE, Processing.PURCHASE),
    /** The message of another step again, its type saying that it is a repeat. */
    REPEAT(Kind.AUTHORIZATION, Processing.PURCHASE),
    /** The message of another step again, byte by byte. */
    DUPLICATE(Kind.AUTHORIZATION, Processing.PURCHASE),
    /** Another amount under the identity of another step's message. */
    CONFLICT(Kind.AUTHORIZATION, Processing.PURCHASE);

    private final Kind kind;
    private final Processing processing;

    Action(Kind kind, Processing processing) {
        this.kind = kind;
        this.processing = processing;
    }

    Kind kind() {
        return kind;
    }

    Processing processing() {
        return processing;
    }

    /** Whether it sends another step's message again. */
    public boolean sendsAgain() {
        return this == REPEAT || this == DUPLICATE || this == CONFLICT;
    }
}
