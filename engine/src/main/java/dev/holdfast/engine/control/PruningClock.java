package dev.holdfast.engine.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Runs {@link ControlPruning} now and then: once a pause, and again at once while there may be more, up to a bound, so
 * that the database has rest between. One at a time in a process; several processes share the work without waiting for
 * each other.
 */
public final class PruningClock {

    /** What nobody sees is in nobody's way, so there is no hurry. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    /** Counters looked at, and rows deleted of each table, at a time. */
    static final int LIMIT = 1_000;

    /** Runs between two pauses: up to 100,000 rows of each table a minute. */
    static final int MAX_RUNS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(PruningClock.class);

    private final Vertx vertx;
    private final Context context;
    private final ControlPruning pruning;
    private final long pauseMillis;
    private final Counter uses;
    private final Counter buckets;
    private final Counter failures;
    private final Promise<Void> stopped = Promise.promise();
    private boolean stopping;
    private boolean working;
    private long timer;

    private PruningClock(Vertx vertx, Context context, ControlPruning pruning, Duration pause, MeterRegistry meters) {
        this.vertx = vertx;
        this.context = context;
        this.pruning = pruning;
        this.pauseMillis = pause.toMillis();
        this.uses = pruned(meters, "use");
        this.buckets = pruned(meters, "bucket");
        this.failures = Counter.builder("holdfast.controls.pruning.failures")
                .description("Deletions of counted movements out of sight that failed and come again")
                .register(meters);
    }

    private static Counter pruned(MeterRegistry meters, String what) {
        return Counter.builder("holdfast.controls.pruned")
                .description("Rows of counted movements that no window can see any more and that were deleted")
                .tag("table", what)
                .register(meters);
    }

    /** Starts it with a pause. */
    public static PruningClock start(Vertx vertx, ControlPruning pruning, Duration pause, MeterRegistry meters) {
        Context context = vertx.getOrCreateContext();
        PruningClock clock = new PruningClock(vertx, context, pruning, pause, meters);
        context.runOnContext(here -> clock.await());
        return clock;
    }

    private void await() {
        working = false;
        if (stopping) {
            stopped.tryComplete();
        } else {
            timer = vertx.setTimer(pauseMillis, id -> run(MAX_RUNS));
        }
    }

    private void run(int runsLeft) {
        working = true;
        pruning.run(LIMIT)
                .onFailure(cause -> {
                    failures.increment();
                    LOG.warn("what was counted long ago could not be deleted and comes again: {}", cause.getMessage());
                    await();
                })
                .onSuccess(pruned -> {
                    uses.increment(pruned.uses());
                    buckets.increment((double) pruned.buckets());
                    boolean more = !pruned.wrapped() || pruned.uses() == LIMIT;
                    if (more && runsLeft > 1 && !stopping) {
                        run(runsLeft - 1);
                    } else {
                        await();
                    }
                });
    }

    /** Stops; done when what is under way is done. */
    public Future<Void> stop() {
        context.runOnContext(here -> {
            stopping = true;
            if (!working && vertx.cancelTimer(timer)) {
                stopped.tryComplete();
            }
        });
        return stopped.future();
    }
}
