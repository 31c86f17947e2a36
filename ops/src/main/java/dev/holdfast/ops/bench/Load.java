package dev.holdfast.ops.bench;

import io.vertx.core.Future;

/** Sends operations through a door. */
interface Load {

    /** Runs a slice. The future succeeds once everything sent was answered. */
    Future<Window> run(Slice slice);
}
