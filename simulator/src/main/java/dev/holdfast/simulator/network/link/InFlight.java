package dev.holdfast.simulator.network.link;

import dev.holdfast.simulator.network.message.NetworkAnswer;
import io.vertx.core.Handler;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** The messages that wait for an answer. All wait equally long, so they time out in the order in which they were sent. */
final class InFlight {

    /**
     * What an answer repeats of its request.
     *
     * @param messageClass the first two digits of the message type's code: 01, 02, 04, 08
     */
    record Key(int messageClass, String transmitted, String trace, String acquirer) {}

    private static final class Waiting {
        final Key key;
        final int link;
        final long sentNanos;

        @Nullable
        Handler<Reply> handler;

        Waiting(Key key, int link, long sentNanos, Handler<Reply> handler) {
            this.key = key;
            this.link = link;
            this.sentNanos = sentNanos;
            this.handler = handler;
        }
    }

    private final Map<Key, Waiting> byKey = new HashMap<>();
    private final Queue<Waiting> inOrder = new ArrayDeque<>();
    private final long timerNanos;

    InFlight(long timerNanos) {
        this.timerNanos = timerNanos;
    }

    int size() {
        return byKey.size();
    }

    /** Begins to wait. A message with the same key that is still waited for will only end by its timer. */
    void add(Key key, int link, Handler<Reply> handler) {
        Waiting waiting = new Waiting(key, link, System.nanoTime(), handler);
        byKey.put(key, waiting);
        inOrder.add(waiting);
    }

    /** Ends the wait of the message with this key. Returns whether one was waiting on this link. */
    boolean answered(Key key, int link, NetworkAnswer answer) {
        Waiting waiting = byKey.get(key);
        if (waiting == null || waiting.link != link) {
            return false;
        }
        byKey.remove(key);
        end(waiting, answer);
        return true;
    }

    /** Gives up what has waited long enough; returns how many. */
    int expire() {
        int expired = 0;
        long now = System.nanoTime();
        for (Waiting head = inOrder.peek(); head != null; head = inOrder.peek()) {
            if (head.handler != null && now - head.sentNanos < timerNanos) {
                return expired;
            }
            inOrder.remove();
            if (head.handler != null) {
                byKey.remove(head.key, head);
                expired++;
                end(head, null);
            }
        }
        return expired;
    }

    private static void end(Waiting waiting, @Nullable NetworkAnswer answer) {
        Handler<Reply> handler = waiting.handler;
        if (handler != null) {
            waiting.handler = null;
            handler.handle(new Reply(answer, waiting.sentNanos, System.nanoTime()));
        }
    }
}
