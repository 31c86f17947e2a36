package dev.holdfast.ops.system;

import org.jspecify.annotations.Nullable;

/** A part of the system did not do what starting or a command needed. The message is one line for an operator. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which part. */
    public enum Part {
        DATABASE,
        LISTENER,
        /** None: it was stopped before it was ready. */
        STOPPED
    }

    private final Part part;

    StartException(Part part, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
