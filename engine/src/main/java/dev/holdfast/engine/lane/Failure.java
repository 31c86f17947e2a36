package dev.holdfast.engine.lane;

import org.jspecify.annotations.Nullable;

/** The system could not answer. A small closed set: what is expected to happen is an outcome, not a failure. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, and what the caller may conclude. */
    public enum Kind {
        /** The lane's queue is full. Nothing was applied; try again shortly. */
        BUSY(true),
        /** The engine is stopping. Nothing was applied; try another instance. */
        SHUTTING_DOWN(true),
        /** The command's deadline passed before it was written. Nothing was applied. */
        DEADLINE_EXCEEDED(true),
        /** The database cannot be reached. Nothing was applied. */
        DATABASE_UNAVAILABLE(true),
        /** The database went away during the commit and did not come back in time. Ask again with the same key. */
        OUTCOME_UNKNOWN(false),
        /** A bug, or data that the software cannot have written. Nothing was applied. */
        DEFECT(true);

        private final boolean nothingApplied;

        Kind(boolean nothingApplied) {
            this.nothingApplied = nothingApplied;
        }

        /** Whether it is certain that the command had no effect. */
        public boolean nothingApplied() {
            return nothingApplied;
        }
    }

    private final Kind kind;

    public Failure(Kind kind, String message, @Nullable Throwable cause) {
        // No stack trace: a failure says what the system is in, not where in the code it was noticed.
        super(message, cause, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
