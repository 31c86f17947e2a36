package dev.holdfast.engine.lane;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection, one queue, one event loop. While a batch is under way commands queue; when it is done, all that wait
 * are the next batch. No timer and no added delay: at low load a batch holds one command, at high load hundreds.
 *
 * @param <B> the book
 */
final class Lane<B> {

    /** How often commands whose deadline passed while they queued are told so, when the lane is stuck. */
    private static final long SWEEP_MILLIS = 100;

    /** How long past its deadline a command in a batch may wait for its real answer, which is better than none. */
    private static final long GRACE_MILLIS = 250;

    private final Vertx vertx;
    private final Context context;
    private final LaneOptions options;
    private final LaneMetrics metrics;
    private final Clock clock;
    private final LaneQueue<B> queue;
    private final Connector<B> connector;
    /** Whether a batch is under way or about to be; whoever flips it to true starts the pump. */
    private final AtomicBoolean pumping = new AtomicBoolean();

    private final Promise<Void> drained = Promise.promise();
    private volatile boolean draining;
    private List<Pending<B, ?>> underWay = List.of();
    private long sweeper;

    Lane(Vertx vertx, Context context, Session.Factory<B> factory, Lanes.Shared shared) {
        this.vertx = vertx;
        this.context = context;
        this.options = shared.options();
        this.metrics = shared.metrics();
        this.clock = shared.clock();
        this.queue = new LaneQueue<>(options.queueLimit());
        this.connector = new Connector<>(vertx, factory, metrics);
    }

    /** Connects. Called on the lane's own context. */
    Future<Void> start(int number) {
        metrics.watchDepth(number, queue::depth);
        metrics.watchConnected(number, () -> connector.connected() ? 1 : 0);
        sweeper = vertx.setPeriodic(SWEEP_MILLIS, id -> sweep());
        return connector.start();
    }

    /** Takes a command in, from any thread; the future completes on the caller's context. */
    <O> Future<O> submit(Command<B, O> command, Instant deadline) {
        if (draining) {
            return Future.failedFuture(new Failure(Failure.Kind.SHUTTING_DOWN, "the engine is stopping", null));
        }
        Pending<B, O> pending =
                new Pending<>(command, deadline.toEpochMilli(), System.nanoTime(), Vertx.currentContext());
        if (!queue.offer(pending)) {
            return Future.failedFuture(new Failure(Failure.Kind.BUSY, "the lane's queue is full", null));
        }
        wake();
        return pending.promise().future();
    }

    private void wake() {
        if (pumping.compareAndSet(false, true)) {
            context.runOnContext(here -> pump());
        }
    }

    private void pump() {
        List<Pending<B, ?>> batch = queue.take(options.batchLimit());
        if (batch.isEmpty()) {
            rest();
            return;
        }
        metrics.batchSize.record(batch.size());
        metrics.queueWait.record(System.nanoTime() - batch.get(0).enqueuedNanos(), TimeUnit.NANOSECONDS);
        underWay = batch;
        new BatchRun<>(this, batch).run().onComplete(ended -> pump());
    }

    private void rest() {
        underWay = List.of();
        pumping.set(false);
        // A command may have come in between the last look and the flag.
        if (queue.depth() > 0) {
            wake();
        } else if (draining) {
            drained.tryComplete();
        }
    }

    private void sweep() {
        releaseOverdue();
        List<Pending<B, ?>> expired = queue.takeExpired(nowMillis());
        if (expired.isEmpty()) {
            return;
        }
        Failure failure = connector.connected()
                ? new Failure(Failure.Kind.DEADLINE_EXCEEDED, "the deadline passed while the command waited", null)
                : new Failure(Failure.Kind.DATABASE_UNAVAILABLE, "the database cannot be reached", null);
        expired.forEach(pending -> pending.fail(failure));
        Answers.deliver(expired);
    }

    /** Nobody waits past the deadline for a batch that is stuck: what became of it is told to whoever asks again. */
    private void releaseOverdue() {
        long overdue = nowMillis() - GRACE_MILLIS;
        Failure unknown = new Failure(
                Failure.Kind.OUTCOME_UNKNOWN, "the deadline passed and nobody knows yet whether it was applied", null);
        underWay.stream().filter(pending -> pending.expired(overdue)).forEach(pending -> pending.release(unknown));
    }

    /** Answers what was taken in, takes nothing more, and disconnects. */
    Future<Void> close() {
        draining = true;
        wake();
        return drained.future().eventually(() -> {
            vertx.cancelTimer(sweeper);
            return connector.stop();
        });
    }

    boolean ready() {
        return !draining && connector.connected();
    }

    long nowMillis() {
        return clock.millis();
    }

    Vertx vertx() {
        return vertx;
    }

    LaneOptions options() {
        return options;
    }

    LaneMetrics metrics() {
        return metrics;
    }

    Connector<B> connector() {
        return connector;
    }
}
