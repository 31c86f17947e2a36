package dev.holdfast.simulator.load;

import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.LedgerClient;
import dev.holdfast.simulator.wire.Reply;
import dev.holdfast.simulator.wire.Request;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.HdrHistogram.Histogram;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Keeps a number of requests in flight, each slot sending its next as soon as it is answered. It finds what a server can
 * do at most; its latencies suffer from coordinated omission and are only to be read beside its rate.
 */
public final class ClosedLoop {

    private static final long HIGHEST_MICROS = 60_000_000;

    private final Vertx vertx;
    private final LedgerClient client;
    private final ClosedLoopOptions options;
    private final Supplier<Request> requests;
    private final Promise<ClosedLoopFigures> done = Promise.promise();
    private final Histogram micros = new Histogram(HIGHEST_MICROS, 3);

    private boolean over;
    private long succeeded;
    private long refused;
    private long failed;
    private long beganNanos;

    private ClosedLoop(Vertx vertx, LedgerClient client, ClosedLoopOptions options, Supplier<Request> requests) {
        this.vertx = vertx;
        this.client = client;
        this.options = options;
        this.requests = requests;
    }

    /**
     * Runs a closed loop on one event loop: the caller's, or a new one if the caller is on none.
     *
     * @param requests what to send next; called on the event loop, must be quick, such as {@link PreparedHolds}
     */
    public static Future<ClosedLoopFigures> run(
            Vertx vertx,
            Target target,
            ConnectionOptions connections,
            ClosedLoopOptions options,
            Supplier<Request> requests) {
        Promise<ClosedLoopFigures> result = Promise.promise();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(nothing -> {
            LedgerClient client = new LedgerClient(vertx, target, connections);
            new ClosedLoop(vertx, client, options, requests)
                    .begin()
                    .eventually(client::close)
                    .onComplete(result);
        });
        return result.future();
    }

    private Future<ClosedLoopFigures> begin() {
        for (int slot = 0; slot < options.inFlight(); slot++) {
            sendNext();
        }
        beganNanos = System.nanoTime();
        vertx.setTimer(Math.max(1, options.warmup().toMillis()), timer -> measure());
        return done.future();
    }

    private void measure() {
        micros.reset();
        succeeded = 0;
        refused = 0;
        failed = 0;
        beganNanos = System.nanoTime();
        vertx.setTimer(options.duration().toMillis(), timer -> end());
    }

    private void end() {
        over = true;
        done.complete(new ClosedLoopFigures(
                succeeded, refused, failed, (System.nanoTime() - beganNanos) / 1e9, micros.copy()));
    }

    private void sendNext() {
        long sentNanos = System.nanoTime();
        client.send(requests.get()).onComplete(answered -> {
            count(answered, System.nanoTime() - sentNanos);
            if (over) {
                return;
            }
            if (answered.succeeded() && answered.result().isFinal()) {
                sendNext();
            } else {
                // A server that cannot answer is not helped by an immediate next request.
                vertx.setTimer(1, timer -> sendNext());
            }
        });
    }

    private void count(AsyncResult<Reply> answered, long nanos) {
        if (answered.failed() || !answered.result().isFinal()) {
            failed++;
            return;
        }
        micros.recordValue(Math.min(nanos / 1_000, HIGHEST_MICROS));
        if (answered.result().status() == 200 && saysSuccess(answered.result().body())) {
            succeeded++;
        } else {
            refused++;
        }
    }

    /** A search instead of a parser: the whole body is not needed, and the server may need the core. */
    private static boolean saysSuccess(Buffer body) {
        return body.toString(StandardCharsets.ISO_8859_1).contains("\"success\":true");
    }
}
