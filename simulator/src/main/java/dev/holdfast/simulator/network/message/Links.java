package dev.holdfast.simulator.network.message;

import org.jspecify.annotations.Nullable;

/**
 * How a message is tied to others.
 *
 * @param own the network's name of this authorization; null in messages that only refer to one
 * @param trace the network's name of the authorization referred to, null if none is
 * @param original DE90, null if absent
 * @param approvalCode DE38, null if absent
 */
public record Links(
        @Nullable NetworkId own,
        @Nullable NetworkId trace,
        @Nullable Original original,
        @Nullable String approvalCode) {

    public static Links first(NetworkId own) {
        return new Links(own, null, null, null);
    }

    public Links withApproval(@Nullable String code) {
        return new Links(own, trace, original, code);
    }
}
