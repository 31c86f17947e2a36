package dev.holdfast.engine.testing;

import dev.holdfast.engine.lane.LaneOptions;

import java.time.Duration;

/** Lane options for tests that provoke something. */
public final class LaneLimits {

    private LaneLimits() {}

    /** One lane with the usual bounds: what comes while it is busy is one batch. */
    public static LaneOptions oneLane() {
        return new LaneOptions(1, 4096, 512, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    public static LaneOptions oneLaneWithQueueOf(int queueLimit) {
        return new LaneOptions(1, queueLimit, 512, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** One lane that gives up early on a silent database and on a commit in doubt. */
    public static LaneOptions impatient() {
        return new LaneOptions(1, 4096, 512, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
