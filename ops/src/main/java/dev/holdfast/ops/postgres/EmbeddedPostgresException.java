package dev.holdfast.ops.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be used. The message is one line that an operator can act on. */
public class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
