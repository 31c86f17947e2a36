package dev.holdfast.engine.hsm;

/** Whether a PIN block holds the right PIN. */
public enum PinVerdict {
    CORRECT,
    /** A PIN, but another one. Counts against the tries. */
    WRONG,
    /** The block's size is wrong: the sender's fault, not the cardholder's. */
    BLOCK_SIZE_WRONG,
    /** No PIN is in the block: another key or card number, or damage. */
    BLOCK_UNREADABLE,
    /** The HSM has no PIN verification key of the reference's index. */
    KEY_UNKNOWN
}
