package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.metric.LatencyBuckets;
import dev.holdfast.engine.metric.MeterTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** What the network's messages tell Prometheus. */
final class HostMetrics {

    private static final Duration[] LATENCY_BUCKETS =
            LatencyBuckets.between(Duration.ofMillis(1), Duration.ofSeconds(5));

    private final MeterRegistry meters;
    private final MeterTable<MessageFunction, MeterTable<Response, Timer>> latency;
    private final MeterTable<DeclineReason, Counter> declines;
    private final Counter late;
    private final Counter divergences;
    private final Counter unrecorded;

    HostMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.latency = new MeterTable<>(
                MessageFunction.class,
                function -> new MeterTable<>(Response.class, response -> latency(meters, function, response)));
        this.declines = new MeterTable<>(DeclineReason.class, reason -> decline(meters, reason));
        this.late = Counter.builder("holdfast.network.late.approvals")
                .description("Approvals that were stored after their deadline, declined on the wire and voided")
                .register(meters);
        this.divergences = Counter.builder("holdfast.network.divergences")
                .description("Answers that could not be voided: what the network knows may differ from the ledger")
                .register(meters);
        this.unrecorded = Counter.builder("holdfast.network.unrecorded")
                .description("Messages without a decision whose row could not be stored")
                .register(meters);
    }

    private static Timer latency(MeterRegistry meters, MessageFunction function, Response response) {
        return Timer.builder("holdfast.network.message")
                .description("Time from reading a message to its durable answer")
                .tag("function", function.label())
                .tag("response", response.label())
                .serviceLevelObjectives(LATENCY_BUCKETS)
                .register(meters);
    }

    private static Counter decline(MeterRegistry meters, DeclineReason reason) {
        return Counter.builder("holdfast.network.declines")
                .description("Messages declined, by the decisive reason")
                .tag("reason", reason.code())
                .register(meters);
    }

    void answered(MessageFunction function, MessageOutcome outcome, long startedNanos) {
        latency.get(function).get(outcome.response()).record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
        DeclineReason reason = outcome.reason();
        if (reason != null) {
            declines.get(reason).increment();
        }
    }

    void late() {
        late.increment();
    }

    void diverged() {
        divergences.increment();
    }

    void unrecorded() {
        unrecorded.increment();
    }

    void watchVoids(IntSupplier pending) {
        Gauge.builder("holdfast.network.voids.pending", pending, IntSupplier::getAsInt)
                .description("Answers that are being voided")
                .register(meters);
    }
}
