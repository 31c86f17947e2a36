package dev.holdfast.ops.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Keeps a number of operations in flight: the next one begins when one is answered. */
final class ClosedLoad implements Load {

    private final Vertx vertx;
    private final Context context;
    private final Door door;
    private final int inFlight;

    /**
     * @param context the event loop that the door belongs to
     * @param inFlight at least 1
     */
    ClosedLoad(Vertx vertx, Context context, Door door, int inFlight) {
        this.vertx = vertx;
        this.context = context;
        this.door = door;
        this.inFlight = inFlight;
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
        private int out = inFlight;
        private boolean over;

        void begin(Slice slice) {
            vertx.setTimer(Math.max(1, slice.settling().toMillis()), settled -> meter.begin());
            vertx.setTimer(Math.max(2, slice.total().toMillis()), measured -> {
                meter.end();
                over = true;
            });
            for (int i = 0; i < inFlight; i++) {
                next();
            }
        }

        private void next() {
            if (over) {
                out--;
                if (out == 0) {
                    drained.complete(meter.window());
                }
                return;
            }
            long started = System.nanoTime();
            door.next().onComplete(answer -> {
                if (meter.answered(answer, started)) {
                    next();
                } else {
                    // Whoever cannot answer is not helped by an immediate next operation.
                    vertx.setTimer(1, timer -> next());
                }
            });
        }
    }
}
