package dev.holdfast.engine.lane;

import io.vertx.core.Context;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Hands outcomes back to where the callers wait. */
final class Answers {

    private Answers() {}

    /**
     * Answers each command on the context that submitted it, in order, with one hop per context rather than one per
     * command: at hundreds of commands a batch the hops would cost more than the answers.
     */
    static <B> void deliver(List<Pending<B, ?>> batch) {
        IdentityHashMap<Context, List<Pending<B, ?>>> byOrigin = new IdentityHashMap<>();
        for (Pending<B, ?> pending : batch) {
            Context origin = pending.origin();
            if (origin == null) {
                pending.answer();
            } else {
                byOrigin.computeIfAbsent(origin, first -> new ArrayList<>()).add(pending);
            }
        }
        byOrigin.forEach((origin, pendings) -> origin.runOnContext(here -> pendings.forEach(Pending::answer)));
    }
}
