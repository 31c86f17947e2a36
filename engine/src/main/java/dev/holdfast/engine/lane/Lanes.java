package dev.holdfast.engine.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All lanes of a process. Every bucket belongs to one of them.
 *
 * @param <B> the book
 */
public final class Lanes<B> {

    /** What the lanes of a process have in common. */
    record Shared(LaneOptions options, LaneMetrics metrics, Clock clock) {}

    private final List<Lane<B>> lanes = new ArrayList<>();
    private final LaneOptions options;

    private Lanes(LaneOptions options) {
        this.options = options;
    }

    /**
     * Starts and connects every lane.
     *
     * @param factory opens a lane's session; called on the lane's context
     * @param clock for deadlines only; the book's own time is the database's
     */
    public static <B> Future<Lanes<B>> start(
            Vertx vertx, LaneOptions options, Session.Factory<B> factory, MeterRegistry meters, Clock clock) {
        Lanes<B> lanes = new Lanes<>(options);
        Shared shared = new Shared(options, new LaneMetrics(meters), clock);
        List<Future<Lane<B>>> starting = new ArrayList<>();
        for (int number = 0; number < options.lanes(); number++) {
            starting.add(deploy(vertx, factory, shared, number));
        }
        return Future.all(starting)
                .map(all -> {
                    starting.forEach(lane -> lanes.lanes.add(lane.result()));
                    return lanes;
                })
                .recover(cause -> closeStarted(starting).transform(closed -> Future.failedFuture(cause)));
    }

    /** A verticle of its own gives each lane an event-loop context, spread over the loops by Vert.x. */
    private static <B> Future<Lane<B>> deploy(Vertx vertx, Session.Factory<B> factory, Shared shared, int number) {
        Promise<Lane<B>> started = Promise.promise();
        VerticleBase verticle = new VerticleBase() {
            @Override
            public Future<?> start() {
                Lane<B> lane = new Lane<>(vertx, context, factory, shared);
                return lane.start(number).onSuccess(connected -> started.complete(lane));
            }
        };
        return vertx.deployVerticle(verticle).compose(id -> started.future());
    }

    private static <B> Future<?> closeStarted(List<Future<Lane<B>>> starting) {
        return Future.join(
                starting.stream().map(start -> start.compose(Lane::close)).toList());
    }

    /** Runs a command in the lane of its bucket. See {@link Failure} for how the future may fail. */
    public <O> Future<O> submit(Command<B, O> command, Instant deadline) {
        return lanes.get(command.bucket() % options.lanes()).submit(command, deadline);
    }

    /** Whether every lane is connected and none is draining. */
    public boolean ready() {
        return lanes.stream().allMatch(Lane::ready);
    }

    /** Drains and disconnects every lane. */
    public Future<Void> close() {
        return Future.join(lanes.stream().map(Lane::close).toList()).mapEmpty();
    }
}
