package dev.holdfast.ops.account;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Why there was no answer, in words for a person. */
final class Silence {

    /** Causes that are looked at; a chain could be a ring. */
    private static final int DEPTH = 8;

    private Silence() {}

    static String reason(IOException failure) {
        @Nullable Throwable cause = failure;
        @Nullable String message = null;
        for (int i = 0; i < DEPTH && cause != null; i++) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "unknown host";
            }
            message = message == null ? cause.getMessage() : message;
            cause = cause.getCause();
        }
        // Java's client says nothing when the port is closed.
        if (failure instanceof ConnectException && (message == null || "Connection refused".equals(message))) {
            return "connection refused; is the server running?";
        }
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
