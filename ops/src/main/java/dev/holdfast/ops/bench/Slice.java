package dev.holdfast.ops.bench;

import java.time.Duration;

/**
 * A piece of load.
 *
 * @param settling what comes before the measuring
 * @param measured what counts
 */
record Slice(Duration settling, Duration measured) {

    Duration total() {
        return settling.plus(measured);
    }
}
