package dev.holdfast.ops.simulate;

import org.jspecify.annotations.Nullable;

/** A run could not begin, or gave no result. The message says why in a line. */
public final class SimulationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SimulationFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
