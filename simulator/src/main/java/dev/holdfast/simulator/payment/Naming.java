package dev.holdfast.simulator.payment;

/** What a step names as its hold or balance. */
public enum Naming {
    /** Nothing: the default balance, or a hold to be opened. */
    NOTHING,
    /** The balance that an earlier answer of this payment named, as Open Fabric does on reversals. */
    BALANCE_ANSWERED,
    /** The hold that an earlier answer of this payment named. */
    HOLD_ANSWERED,
    DEFAULT_BALANCE,
    PROMO_BALANCE,
    UNKNOWN_BALANCE,
    UNKNOWN_HOLD
}
