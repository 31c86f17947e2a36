package dev.holdfast.engine.lane;

import io.vertx.core.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Hands outcomes back to where the callers wait. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

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
        byOrigin.forEach(Answers::deliver);
    }

    private static <B> void deliver(Context origin, List<Pending<B, ?>> pendings) {
        try {
            origin.runOnContext(here -> pendings.forEach(Pending::answer));
        } catch (RejectedExecutionException ended) {
            // Nobody waits there any more, and the lane must go on for those who wait elsewhere.
            LOG.debug("{} answers are not given: whoever asked has ended", pendings.size());
        }
    }
}
