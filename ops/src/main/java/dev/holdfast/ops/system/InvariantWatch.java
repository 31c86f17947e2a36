package dev.holdfast.ops.system;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.verification.VerificationReport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Compares the book's sums now and then, for the invariant gauges. Never two comparisons at once. */
final class InvariantWatch {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantWatch.class);

    private final Vertx vertx;
    private final Engine engine;
    private final Duration interval;
    private volatile boolean ended;

    private InvariantWatch(Vertx vertx, Engine engine, Duration interval) {
        this.vertx = vertx;
        this.engine = engine;
        this.interval = interval;
    }

    /** Begins with a first comparison, and returns how to end it. */
    static Teardown.Step begin(Vertx vertx, Engine engine, Duration interval) {
        InvariantWatch watch = new InvariantWatch(vertx, engine, interval);
        watch.compare();
        return remaining -> watch.ended = true;
    }

    private void compare() {
        if (ended) {
            return;
        }
        Future.succeededFuture()
                .compose(now -> engine.verifier().glance())
                .onSuccess(InvariantWatch::tell)
                .onFailure(failure -> LOG.warn("the book's sums could not be compared: {}", failure.toString()))
                .onComplete(result -> vertx.setTimer(interval.toMillis(), timer -> compare()));
    }

    private static void tell(VerificationReport report) {
        report.findings()
                .forEach(finding -> LOG.error(
                        "the book is wrong: {} {}: {}", finding.check().label(), finding.subject(), finding.detail()));
    }
}
