package dev.holdfast.engine.query;

import dev.holdfast.engine.metric.LatencyBuckets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * What reading tells Prometheus. The pool itself tells only its size; queries are counted from outside, so that the time
 * they wait for a connection is part of theirs.
 */
final class QueryMetrics {

    private static final Duration[] BUCKETS = LatencyBuckets.between(Duration.ofNanos(250_000), Duration.ofSeconds(10));

    private final AtomicInteger inFlight = new AtomicInteger();
    private final Timer answered;
    private final Timer failed;

    QueryMetrics(MeterRegistry meters, IntSupplier connections) {
        Gauge.builder("holdfast.read.pool.connections", connections, IntSupplier::getAsInt)
                .description("Connections that the read pool has open, in use or idle")
                .strongReference(true)
                .register(meters);
        Gauge.builder("holdfast.read.queries.in.flight", inFlight, AtomicInteger::get)
                .description("Queries that run or wait for a connection of the read pool")
                .strongReference(true)
                .register(meters);
        this.answered = timer(meters, "answered");
        this.failed = timer(meters, "failed");
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("holdfast.read.query")
                .description("Time of a query, waiting for a connection included")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /** Counts a query, from now until its end. */
    <T> Future<T> watch(Future<T> query, long startedNanos) {
        inFlight.incrementAndGet();
        return query.onComplete(result -> {
            inFlight.decrementAndGet();
            Timer timer = result.succeeded() ? answered : failed;
            timer.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
        });
    }
}
