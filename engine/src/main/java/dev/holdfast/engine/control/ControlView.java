package dev.holdfast.engine.control;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A version of a control, and when it became what. */
public record ControlView(ControlSet set, Times times) {

    /**
     * Each by the database's clock.
     *
     * @param shadow null if it has not been in shadow
     * @param active null if it has not been active
     * @param retired null if it is not retired
     */
    public record Times(
            Instant created,
            @Nullable Instant shadow,
            @Nullable Instant active,
            @Nullable Instant retired) {}
}
