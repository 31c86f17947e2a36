package dev.holdfast.ops.system;

import dev.holdfast.ops.system.StartException.Part;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What must be undone, last thing first. It may begin while things are still being started: what is added afterwards is
 * undone at once, and the one who started it is told.
 */
final class Teardown {

    private static final Logger LOG = LoggerFactory.getLogger(Teardown.class);

    /** For what is added after the end of all time: it is new, and so there is little to undo. */
    private static final Duration LATE = Duration.ofSeconds(2);

    /** Undoes one thing within what time remains. */
    interface Step {
        void undo(Duration remaining) throws Exception;
    }

    private record Named(String name, Step step) {}

    private final Deque<Named> steps = new ArrayDeque<>();
    private boolean begun;

    /**
     * Notes how to undo what has just been started.
     *
     * @throws StartException if stopping has begun; the thing is undone then
     */
    void add(String name, Step step) {
        Named named = new Named(name, step);
        synchronized (this) {
            if (!begun) {
                steps.push(named);
                return;
            }
        }
        run(named, LATE);
        throw new StartException(Part.STOPPED, "stopped while starting", null);
    }

    /** Undoes everything. A second call does nothing. */
    void run(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (Named next = next(); next != null; next = next()) {
            run(next, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    private synchronized @Nullable Named next() {
        begun = true;
        return steps.poll();
    }

    private static void run(Named named, Duration remaining) {
        try {
            named.step().undo(remaining);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // What comes after must be undone all the same.
            LOG.warn("{} did not stop cleanly: {}", named.name(), e.toString());
        }
    }
}
