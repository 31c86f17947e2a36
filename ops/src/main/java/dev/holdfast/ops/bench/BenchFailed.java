package dev.holdfast.ops.bench;

import org.jspecify.annotations.Nullable;

/** A benchmark could not be run to its end, or what it measured is not what it meant to measure. */
public final class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
