package dev.holdfast.engine.network;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Requests that are being decided. A repeat that comes meanwhile, perhaps on another link, hears what the first one hears:
 * asked for itself it might be told of an approval that is too late for the first and about to be voided.
 *
 * <p>Safe on any thread. Holds no more than the lanes' queues do.
 */
final class UnderWay {

    /** The same request again has the same content, too. */
    record Asked(UUID message, UUID fingerprint) {}

    private final Map<Asked, Future<MessageOutcome>> decisions = new ConcurrentHashMap<>();

    /**
     * Decides a request, unless that is being done.
     *
     * @param decision begins to; its future always succeeds
     * @return completes on the caller's context
     */
    Future<MessageOutcome> decide(Asked asked, Supplier<Future<MessageOutcome>> decision) {
        Promise<MessageOutcome> own = Promise.promise();
        Future<MessageOutcome> first = decisions.putIfAbsent(asked, own.future());
        if (first != null) {
            return here(first).map(MessageOutcome::asReplay);
        }
        return decision.get().onComplete(own).onComplete(done -> decisions.remove(asked));
    }

    private static Future<MessageOutcome> here(Future<MessageOutcome> elsewhere) {
        @Nullable Context context = Vertx.currentContext();
        if (context == null) {
            return elsewhere;
        }
        Promise<MessageOutcome> here = Promise.promise();
        elsewhere.onComplete(done -> context.runOnContext(hop -> here.handle(done)));
        return here.future();
    }
}
