package dev.holdfast.engine.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits for a lane, oldest first. Any thread may offer; only the lane takes.
 *
 * @param <B> the book
 */
final class LaneQueue<B> {

    private final Queue<Pending<B, ?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger depth = new AtomicInteger();
    private final int limit;

    LaneQueue(int limit) {
        this.limit = limit;
    }

    /** Takes the command in, unless the queue is full. */
    boolean offer(Pending<B, ?> pending) {
        if (depth.incrementAndGet() > limit) {
            depth.decrementAndGet();
            return false;
        }
        return waiting.add(pending);
    }

    /** Takes the oldest, at most {@code most}. */
    List<Pending<B, ?>> take(int most) {
        List<Pending<B, ?>> taken = new ArrayList<>(Math.min(most, depth()));
        Pending<B, ?> next;
        while (taken.size() < most && (next = waiting.poll()) != null) {
            taken.add(next);
        }
        depth.addAndGet(-taken.size());
        return taken;
    }

    /**
     * Takes those at the head whose deadline has passed. A later one behind an earlier one with more time waits for it:
     * commands of one door arrive in the order of their deadlines, so the difference is small.
     */
    List<Pending<B, ?>> takeExpired(long nowMillis) {
        List<Pending<B, ?>> expired = new ArrayList<>();
        Pending<B, ?> head;
        while ((head = waiting.peek()) != null && head.expired(nowMillis)) {
            waiting.remove();
            expired.add(head);
        }
        depth.addAndGet(-expired.size());
        return expired;
    }

    int depth() {
        return depth.get();
    }
}
