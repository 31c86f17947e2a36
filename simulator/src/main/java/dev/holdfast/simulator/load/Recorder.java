package dev.holdfast.simulator.load;

import dev.holdfast.simulator.comparison.Examined;
import dev.holdfast.simulator.operation.Operation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the figures of a run. */
final class Recorder {

    private final Latency total = new Latency();
    private final Latency service = new Latency();
    private final Latency sendLag = new Latency();
    private final Latency generatorLag = new Latency();
    private final Latency thisInterval = new Latency();
    private final Map<Operation, Latency> byOperation = new EnumMap<>(Operation.class);
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Series series = new Series();
    private long applied;
    private long answeredInInterval;
    private long intervalBeganNanos;

    void seen(long intendedNanos, long nowNanos) {
        generatorLag.recordNanos(nowNanos - intendedNanos);
    }

    void answered(Delivery delivery, Examined examined, long nowNanos) {
        long latency = nowNanos - delivery.intendedNanos;
        total.recordNanos(latency);
        thisInterval.recordNanos(latency);
        service.recordNanos(nowNanos - delivery.sentNanos);
        sendLag.recordNanos(delivery.sentNanos - delivery.intendedNanos);
        byOperation
                .computeIfAbsent(delivery.call.operation(), operation -> new Latency())
                .recordNanos(latency);
        answeredInInterval++;
        if (examined.refusal() != null) {
            refusals.merge(examined.refusal(), 1L, Long::sum);
        } else {
            applied++;
        }
    }

    /** An operation without an answer counts with the time until it was given up, rather than not at all. */
    void unanswered(Delivery delivery, long nowNanos) {
        total.recordNanos(nowNanos - delivery.intendedNanos);
        thisInterval.recordNanos(nowNanos - delivery.intendedNanos);
    }

    Interval closeInterval(long nowNanos, Interval.State state) {
        double seconds = Math.max(1e-3, (nowNanos - intervalBeganNanos) / 1e9);
        Percentiles latency = thisInterval.percentiles();
        Interval interval =
                new Interval(nowNanos / 1e9, answeredInInterval / seconds, latency.p50(), latency.p99(), state);
        series.add(interval);
        thisInterval.reset();
        answeredInInterval = 0;
        intervalBeganNanos = nowNanos;
        return interval;
    }

    LoadCounts counts(LoadCounts.Payments payments, LoadCounts.Deliveries deliveries) {
        return new LoadCounts(applied, Map.copyOf(refusals), payments, deliveries);
    }

    LoadFigures figures(Duration elapsed, LoadCounts counts) {
        Map<Operation, Percentiles> apart = new EnumMap<>(Operation.class);
        byOperation.forEach((operation, latency) -> apart.put(operation, latency.percentiles()));
        LoadFigures.Latencies latencies = new LoadFigures.Latencies(
                total.percentiles(), service.percentiles(), sendLag.percentiles(), generatorLag.percentiles(), apart);
        return new LoadFigures(elapsed, latencies, counts, series.intervals());
    }
}
