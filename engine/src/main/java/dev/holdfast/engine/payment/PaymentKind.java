package dev.holdfast.engine.payment;

/** How an authorization takes the money that it approves. */
public enum PaymentKind {
    /** Holds it until captures take it: a pre-authorization, whose final amount is open. */
    PRE_AUTHORIZATION,
    /** Charges it at once: a final authorization, whose amount is what will be cleared. */
    FINAL_AUTHORIZATION
}
