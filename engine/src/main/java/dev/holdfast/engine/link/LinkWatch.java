package dev.holdfast.engine.link;

import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/** The clock of one link: silence, unfinished frames, and standing still. Pure but for the clock that it is given. */
final class LinkWatch {

    private static final long NEVER = Long.MIN_VALUE;

    private final LongSupplier nanoTime;
    private final long idle;
    private final long stall;
    private final int missedEchoes;
    private long heardAt;
    private long answeredAt;
    private long partialSince = NEVER;
    private long pausedSince = NEVER;
    private int echoes;

    LinkWatch(LinkLimits limits, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.idle = limits.times().idle().toNanos();
        this.stall = limits.times().stall().toNanos();
        this.missedEchoes = limits.missedEchoes();
        this.heardAt = nanoTime.getAsLong();
    }

    /** A whole frame has arrived. */
    void heard() {
        heardAt = nanoTime.getAsLong();
        partialSince = NEVER;
        echoes = 0;
    }

    /** No further whole frame is there. */
    void waiting(boolean partial) {
        if (!partial) {
            partialSince = NEVER;
        } else if (partialSince == NEVER) {
            partialSince = nanoTime.getAsLong();
        }
    }

    void answered() {
        answeredAt = nanoTime.getAsLong();
    }

    /** The link is not read any more, which is no fault of the peer's. */
    void paused() {
        pausedSince = nanoTime.getAsLong();
        answeredAt = pausedSince;
    }

    void resumed() {
        pausedSince = NEVER;
        heardAt = nanoTime.getAsLong();
        partialSince = partialSince == NEVER ? NEVER : heardAt;
    }

    /** Returns why the link must be closed now, or null. */
    @Nullable
    CloseCause closeCause(boolean unread) {
        long now = nanoTime.getAsLong();
        if (pausedSince != NEVER) {
            if (unread) {
                return now - pausedSince > stall ? CloseCause.UNREAD_ANSWERS : null;
            }
            return now - answeredAt > stall ? CloseCause.UNANSWERED_REQUESTS : null;
        }
        if (partialSince != NEVER && now - partialSince > stall) {
            return CloseCause.PARTIAL_FRAME;
        }
        return echoes >= missedEchoes && isSilent(now) ? CloseCause.ECHO_MISSED : null;
    }

    /** Whether an echo is due, the next for every idle time of silence. Counts it as sent. */
    boolean takeEcho() {
        boolean due = pausedSince == NEVER && echoes < missedEchoes && isSilent(nanoTime.getAsLong());
        echoes += due ? 1 : 0;
        return due;
    }

    private boolean isSilent(long now) {
        return now - heardAt > idle * (echoes + 1);
    }

    /** Echoes sent since the peer was last heard. */
    int echoes() {
        return echoes;
    }
}
