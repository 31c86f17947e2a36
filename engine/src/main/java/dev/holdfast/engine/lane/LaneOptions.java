package dev.holdfast.engine.lane;

import java.time.Duration;

/**
 * The bounds of a lane.
 *
 * @param lanes how many lanes, each with one database connection; 1 to 64
 * @param queueLimit commands that may wait in one lane before it answers busy
 * @param batchLimit commands in one transaction
 * @param batchTimeout after which a silent database connection is taken for dead
 * @param resolvePatience how long a lane tries to learn what became of a commit whose answer was lost
 */
public record LaneOptions(int lanes, int queueLimit, int batchLimit, Duration batchTimeout, Duration resolvePatience) {

    public static final LaneOptions DEFAULTS =
            new LaneOptions(fittingLanes(), 4096, 512, Duration.ofSeconds(10), Duration.ofSeconds(30));

    public LaneOptions {
        if (lanes < 1 || lanes > 64 || queueLimit < 1 || batchLimit < 1) {
            throw new IllegalArgumentException("1 to 64 lanes, with a queue and a batch of at least 1");
        }
    }

    /**
     * One lane per processor, 2 to 16. More lanes make smaller batches, which cost more for each command; fewer leave
     * processors idle while a lane waits for its commit.
     */
    public static int fittingLanes() {
        return Math.min(16, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
