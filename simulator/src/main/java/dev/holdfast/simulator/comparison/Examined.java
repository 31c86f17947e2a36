package dev.holdfast.simulator.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What an answer came to.
 *
 * @param agreed whether it was what the model says
 * @param success whether the operation was applied
 * @param ref the balance or hold that it named
 * @param refusal the wire code of the refusal, null if it was applied
 */
public record Examined(
        boolean agreed,
        boolean success,
        @Nullable String ref,
        @Nullable String refusal) {

    static final Examined DIVERGED = new Examined(false, false, null, null);
}
