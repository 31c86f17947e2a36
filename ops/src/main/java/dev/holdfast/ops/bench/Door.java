package dev.holdfast.ops.bench;

import io.vertx.core.Future;

/** A way to have operations done. Used on one event loop. */
interface Door {

    /** Does the next operation. The future says whether it was applied; it fails if nobody answered. */
    Future<Boolean> next();

    /** What one of them counts as. */
    default int size() {
        return 1;
    }
}
