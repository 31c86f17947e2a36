package dev.holdfast.engine.lane;

/** Why a session could not do what it was asked. */
public final class SessionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the lane can do about it. */
    public enum Kind {
        /** Rolled back through no fault of the batch (deadlock, lock timeout): the same batch may succeed. */
        TRANSIENT,
        /** Rolled back because of what was written: some command in the batch cannot be stored. */
        REJECTED,
        /** The connection is gone. If that was during a flush, nobody here knows whether it was committed. */
        LOST
    }

    private final Kind kind;

    public SessionException(Kind kind, Throwable cause) {
        super(kind + ": " + cause.getMessage(), cause, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
