package dev.holdfast.engine.card;

import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.metric.MeterTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;

/** What cards tell Prometheus: what did not work, and is told to nobody who would say so. */
final class CardMetrics {

    private final MeterTable<Failure.Kind, Counter> lookupFailures;
    private final Counter updatesGivenUp;

    CardMetrics(MeterRegistry meters) {
        this.lookupFailures = new MeterTable<>(
                Failure.Kind.class,
                kind -> Counter.builder("holdfast.card.lookup.failures")
                        .description("Look-ups of cards that failed")
                        .tag("kind", MeterTable.label(kind))
                        .register(meters));
        this.updatesGivenUp = Counter.builder("holdfast.card.file.updates.given.up")
                .description("File updates that the network has not taken after the last attempt")
                .register(meters);
    }

    /** The same future, counted if it fails. */
    <T> Future<T> counted(Future<T> lookup) {
        return lookup.onFailure(cause -> lookupFailures
                .get(cause instanceof Failure failure ? failure.kind() : Failure.Kind.DEFECT)
                .increment());
    }

    void updateGivenUp() {
        updatesGivenUp.increment();
    }
}
