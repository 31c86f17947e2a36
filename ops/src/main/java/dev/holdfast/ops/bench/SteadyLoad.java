package dev.holdfast.ops.bench;

import dev.holdfast.simulator.arrival.ArrivalShape;
import dev.holdfast.simulator.arrival.Arrivals;
import dev.holdfast.simulator.load.Pacer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.SplittableRandom;

/**
 * Begins operations at random times at a given average rate, whether or not the earlier ones are answered, and counts
 * latency from when each was due.
 */
final class SteadyLoad implements Load {

    private static final long SEED = 42;

    /** Beyond this many unanswered operations the rate is more than the door can take; further ones wait. */
    private static final int MOST_OUT = 4_096;

    private final Vertx vertx;
    private final Context context;
    private final Door door;
    private final double perSecond;

    /**
     * @param context the event loop that the door belongs to
     * @param perSecond on average
     */
    SteadyLoad(Vertx vertx, Context context, Door door, double perSecond) {
        this.vertx = vertx;
        this.context = context;
        this.door = door;
        this.perSecond = perSecond;
    }

    @Override
    public Future<Window> run(Slice slice) {
        Run run = new Run();
        context.runOnContext(here -> run.begin(slice));
        return run.drained.future();
    }

    private final class Run {

        private final Meter meter = new Meter(door.size());
        private final Promise<Window> drained = Promise.promise();
        private final Arrivals arrivals = new ArrivalShape.Poisson(perSecond).arrivals(new SplittableRandom(SEED));
        private final Pacer pacer = new Pacer(context, this::tick);
        private final long beganNanos = System.nanoTime();
        private long dueNanos = nextDue();
        private int out;
        private boolean over;

        void begin(Slice slice) {
            vertx.setTimer(Math.max(1, slice.settling().toMillis()), settled -> meter.begin());
            vertx.setTimer(Math.max(2, slice.total().toMillis()), measured -> {
                meter.end();
                over = true;
                pacer.stop();
                endIfDrained();
            });
            pacer.start();
        }

        private void tick() {
            long now = System.nanoTime();
            while (!over && dueNanos <= now && out < MOST_OUT) {
                send(dueNanos);
                dueNanos = nextDue();
            }
        }

        private void send(long due) {
            out++;
            door.next().onComplete(answer -> {
                out--;
                meter.answered(answer, due);
                endIfDrained();
            });
        }

        private void endIfDrained() {
            if (over && out == 0) {
                drained.tryComplete(meter.window());
            }
        }

        private long nextDue() {
            return beganNanos + (long) (arrivals.nextSeconds() * 1e9);
        }
    }
}
