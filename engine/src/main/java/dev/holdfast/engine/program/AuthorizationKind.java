package dev.holdfast.engine.program;

/** What a hold's lifetime may depend on. */
public enum AuthorizationKind {
    /** The exact amount is known. */
    FINAL,
    /** The amount may change: hotels, cars, fuel. */
    PRE_AUTHORIZATION
}
