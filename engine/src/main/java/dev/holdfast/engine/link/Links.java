package dev.holdfast.engine.link;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The open links of a server, over all listeners and event loops. Safe on any thread. */
final class Links {

    private final int limit;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Link> open = ConcurrentHashMap.newKeySet();

    Links(int limit) {
        this.limit = limit;
    }

    /** Takes a link in, unless there are as many as may be. */
    boolean add(Link link) {
        if (count.incrementAndGet() > limit) {
            count.decrementAndGet();
            return false;
        }
        open.add(link);
        return true;
    }

    void remove(Link link) {
        if (open.remove(link)) {
            count.decrementAndGet();
        }
    }

    int count() {
        return count.get();
    }

    int signedOn() {
        return (int) open.stream().filter(Link::isSignedOn).count();
    }

    int inFlight() {
        return open.stream().mapToInt(Link::inFlight).sum();
    }

    /** The links that could send a file update now. */
    List<Link> readyForFileUpdate() {
        return open.stream().filter(Link::isReadyForFileUpdate).toList();
    }
}
