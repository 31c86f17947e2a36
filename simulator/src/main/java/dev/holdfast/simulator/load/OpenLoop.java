package dev.holdfast.simulator.load;

import dev.holdfast.simulator.arrival.Arrivals;
import dev.holdfast.simulator.comparison.Examiner;
import dev.holdfast.simulator.payment.PaymentRun;
import dev.holdfast.simulator.payment.Payments;
import dev.holdfast.simulator.wire.PatientClient;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Sends payments when they are due, whether or not the server keeps up, and measures from when they were due. Every
 * answer is examined. Must be made and used on the event loop that its client was made on.
 */
public final class OpenLoop {

    private final LoadOptions options;
    private final Payments payments;
    private final Arrivals arrivals;
    private final Recorder recorder = new Recorder();
    private final Dispatcher dispatcher;
    private final Pacer pacer;
    private final Promise<LoadFigures> done = Promise.promise();

    private long nextArrivalNanos;
    private long arrivalsEndedNanos;
    private boolean accepting = true;
    private boolean cutOff;
    private long begun;
    private long dropped;

    public OpenLoop(
            Vertx vertx, LoadOptions options, long seed, Payments payments, Examiner examiner, PatientClient client) {
        this.pacer = new Pacer(vertx.getOrCreateContext(), this::tick);
        this.options = options;
        this.payments = payments;
        this.arrivals = options.arrivals().arrivals(new SplittableRandom(seed));
        this.dispatcher = new Dispatcher(options.maxInFlight(), payments, examiner, client, recorder);
    }

    /** Begins. The future succeeds when arrivals have ended and everything sent was answered or given up. */
    public Future<LoadFigures> run() {
        nextArrivalNanos = nextArrival();
        pacer.start();
        return done.future().onComplete(ended -> pacer.stop());
    }

    /** Ends the arrivals now; what is in flight may finish, within the bounds of the options. */
    public void stop() {
        if (accepting) {
            accepting = false;
            arrivalsEndedNanos = dispatcher.nowNanos();
        }
    }

    /** Whether arrivals have ended and only the rest of the payments is sent. */
    public boolean isDraining() {
        return !accepting;
    }

    /** Ends an interval of the series. */
    public Interval closeInterval() {
        return recorder.closeInterval(dispatcher.nowNanos(), dispatcher.state());
    }

    public LoadCounts counts() {
        long finished = dispatcher.finished();
        return recorder.counts(
                new LoadCounts.Payments(begun, finished, dropped, begun - finished), dispatcher.deliveries());
    }

    private void tick() {
        long now = dispatcher.nowNanos();
        accept(now);
        dispatcher.work();
        if (!accepting && dispatcher.isIdle()) {
            long end = Math.max(dispatcher.lastAnswerNanos(), arrivalsEndedNanos);
            done.tryComplete(recorder.figures(Duration.ofNanos(end), counts()));
            return;
        }
        if (!accepting && !cutOff && now - arrivalsEndedNanos > options.drain().toNanos()) {
            cutOff = true;
            dispatcher.cutOff();
        }
    }

    private void accept(long now) {
        while (accepting && nextArrivalNanos <= now) {
            if (nextArrivalNanos > options.duration().toNanos() || begun + dropped >= options.payments()) {
                stop();
                return;
            }
            recorder.seen(nextArrivalNanos, now);
            if (dispatcher.waiting() >= options.maxWaiting()) {
                dropped++;
            } else {
                begun++;
                dispatcher.add(new PaymentRun(payments.next(), nextArrivalNanos));
            }
            nextArrivalNanos = nextArrival();
        }
    }

    private long nextArrival() {
        return (long) (arrivals.nextSeconds() * 1e9);
    }
}
