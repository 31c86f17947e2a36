package dev.holdfast.engine.lane;

import dev.holdfast.engine.metric.LatencyBuckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.function.IntSupplier;

/** What the lanes tell Prometheus. Shared by all lanes; only the queue depth is told per lane. */
final class LaneMetrics {

    private static final Duration[] PHASE_BUCKETS =
            LatencyBuckets.between(Duration.ofNanos(250_000), Duration.ofSeconds(5));

    private final MeterRegistry meters;
    final Timer queueWait;
    final Timer load;
    final Timer decide;
    final Timer flush;
    final DistributionSummary batchSize;
    final Counter inDoubtResolutions;
    final Counter retries;
    final Counter splits;
    final Counter defects;
    final Counter reconnects;

    LaneMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.queueWait = phase("queue_wait");
        this.load = phase("load");
        this.decide = phase("decide");
        this.flush = phase("flush");
        this.batchSize = DistributionSummary.builder("holdfast.lane.batch.commands")
                .description("Commands in one batch, that is in one database transaction")
                .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100, 250, 512)
                .register(meters);
        this.inDoubtResolutions = counter(
                "holdfast.lane.in.doubt.resolutions",
                "Batches whose commit lost its answer, and whose outcome was found");
        this.retries = counter("holdfast.lane.retries", "Batches run again after a deadlock or lock timeout");
        this.splits = counter("holdfast.lane.splits", "Batches split because the database rejected what they wrote");
        this.defects = counter("holdfast.lane.defects", "Commands failed closed by a bug or by impossible data");
        this.reconnects = counter("holdfast.lane.reconnects", "Database connections that lanes had to open anew");
    }

    private Timer phase(String phase) {
        return Timer.builder("holdfast.lane.phase")
                .description("Time a batch spends in a phase; queue_wait is that of its oldest command")
                .tag("phase", phase)
                .serviceLevelObjectives(PHASE_BUCKETS)
                .register(meters);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    void watchDepth(int lane, IntSupplier depth) {
        Gauge.builder("holdfast.lane.queue.depth", depth, IntSupplier::getAsInt)
                .description("Commands that wait for the lane")
                .tag("lane", Integer.toString(lane))
                .strongReference(true)
                .register(meters);
    }

    void watchConnected(int lane, IntSupplier connected) {
        Gauge.builder("holdfast.lane.connected", connected, IntSupplier::getAsInt)
                .description("Whether the lane has a database connection: 1 or 0")
                .tag("lane", Integer.toString(lane))
                .strongReference(true)
                .register(meters);
    }
}
