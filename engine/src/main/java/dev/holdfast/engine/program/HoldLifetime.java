package dev.holdfast.engine.program;

import dev.holdfast.engine.control.MccRange;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How long an authorization lives that is not presented, counted from the last increment.
 *
 * @param network null for any
 * @param mccs null for any
 * @param kind null for any
 * @param lifetime 10 seconds to 90 days, whole seconds
 */
public record HoldLifetime(
        @Nullable Network network,
        @Nullable MccRange mccs,
        @Nullable AuthorizationKind kind,
        Duration lifetime) {

    static final Duration MIN = Duration.ofSeconds(10);
    static final Duration MAX = Duration.ofDays(90);

    public HoldLifetime {
        if (lifetime.compareTo(MIN) < 0
                || lifetime.compareTo(MAX) > 0
                || !lifetime.truncatedTo(ChronoUnit.SECONDS).equals(lifetime)) {
            throw new IllegalArgumentException("a hold's lifetime is 10 seconds to 90 days, in whole seconds");
        }
    }

    boolean matches(Network ofNetwork, int mcc, AuthorizationKind ofKind) {
        return (network == null || network == ofNetwork)
                && (mccs == null || mccs.contains(mcc))
                && (kind == null || kind == ofKind);
    }
}
