package dev.holdfast.engine.link;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What strangers can provoke is logged at most ten times a second over all links, so that nobody fills the disk from
 * outside. What is left out is said with the next line; the metrics count everything. Safe on any thread.
 */
final class SparseLog {

    private static final Logger LOG = LoggerFactory.getLogger(LinkServer.class);
    private static final long SPAN_NANOS = 1_000_000_000L;
    private static final int LINES_PER_SPAN = 10;

    private final LongSupplier nanoTime;
    private final AtomicLong spanStart;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong omitted = new AtomicLong();

    SparseLog() {
        this(System::nanoTime);
    }

    SparseLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.spanStart = new AtomicLong(nanoTime.getAsLong());
    }

    void info(String format, Object... arguments) {
        if (mayWrite()) {
            LOG.info(format, arguments);
        }
    }

    void warn(String format, Object... arguments) {
        if (mayWrite()) {
            LOG.warn(format, arguments);
        }
    }

    private boolean mayWrite() {
        long now = nanoTime.getAsLong();
        long start = spanStart.get();
        if (now - start >= SPAN_NANOS && spanStart.compareAndSet(start, now)) {
            lines.set(0);
            long left = omitted.getAndSet(0);
            if (left > 0) {
                LOG.warn("{} further lines of the links were left out", left);
            }
        }
        if (lines.incrementAndGet() <= LINES_PER_SPAN) {
            return true;
        }
        omitted.incrementAndGet();
        return false;
    }
}
