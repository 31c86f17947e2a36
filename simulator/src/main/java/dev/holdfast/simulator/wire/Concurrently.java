package dev.holdfast.simulator.wire;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.Iterator;
import java.util.function.Function;

/** Runs an asynchronous step for each item, with a bounded number under way; stops at the first failure. */
public final class Concurrently<T> {

    private final Iterator<T> items;
    private final Function<T, Future<Void>> step;
    private final Promise<Void> done = Promise.promise();
    private int underWay;

    private Concurrently(Iterator<T> items, Function<T, Future<Void>> step) {
        this.items = items;
        this.step = step;
    }

    /** The future succeeds when the step has succeeded for all items. */
    public static <T> Future<Void> forEach(Iterator<T> items, int width, Function<T, Future<Void>> step) {
        Concurrently<T> run = new Concurrently<>(items, step);
        for (int i = 0; i < width; i++) {
            run.underWay++;
            run.next();
        }
        return run.done.future();
    }

    private void next() {
        if (!items.hasNext() || done.future().failed()) {
            underWay--;
            if (underWay == 0) {
                done.tryComplete();
            }
            return;
        }
        step.apply(items.next()).onComplete(stepped -> {
            if (stepped.failed()) {
                done.tryFail(stepped.cause());
            }
            // Through the event loop, so that steps which complete at once do not nest without end.
            onLoop(this::next);
        });
    }

    private static void onLoop(Runnable action) {
        Vertx.currentContext().runOnContext(nothing -> action.run());
    }
}
