package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.metric.LatencyBuckets;
import dev.holdfast.engine.metric.MeterTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.AsyncResult;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the ledger tells Prometheus. Every meter is made at the start, so that none is looked up on the way. */
final class LedgerMetrics {

    /** The outcomes that latency is told apart by. */
    enum Result {
        APPLIED,
        REFUSED,
        REPLAYED,
        KEY_REUSED,
        FAILED
    }

    private static final Duration[] LATENCY_BUCKETS =
            LatencyBuckets.between(Duration.ofMillis(1), Duration.ofSeconds(5));

    private final MeterTable<Operation, MeterTable<Result, Timer>> latency;
    private final MeterTable<RefusalReason, Counter> refusals;
    private final MeterTable<Failure.Kind, Counter> failures;
    private final Counter replays;

    LedgerMetrics(MeterRegistry meters) {
        this.latency = new MeterTable<>(
                Operation.class,
                operation -> new MeterTable<>(Result.class, result -> latency(meters, operation, result)));
        this.refusals = new MeterTable<>(RefusalReason.class, reason -> refusal(meters, reason));
        this.failures = new MeterTable<>(Failure.Kind.class, kind -> failure(meters, kind));
        this.replays = Counter.builder("holdfast.ledger.replays")
                .description("Answers that an earlier request with the same key had already been given")
                .register(meters);
    }

    private static Timer latency(MeterRegistry meters, Operation operation, Result result) {
        return Timer.builder("holdfast.ledger.operation")
                .description("Time from taking an operation in to its durable answer")
                .tag("operation", MeterTable.label(operation))
                .tag("outcome", MeterTable.label(result))
                .serviceLevelObjectives(LATENCY_BUCKETS)
                .register(meters);
    }

    private static Counter refusal(MeterRegistry meters, RefusalReason reason) {
        return Counter.builder("holdfast.ledger.refusals")
                .description("Operations refused, replays not counted")
                .tag("reason", reason.code())
                .register(meters);
    }

    private static Counter failure(MeterRegistry meters, Failure.Kind kind) {
        return Counter.builder("holdfast.ledger.failures")
                .description("Operations that the system could not answer")
                .tag("kind", MeterTable.label(kind))
                .register(meters);
    }

    void record(Operation operation, AsyncResult<LedgerOutcome> answer, long nanos) {
        Result result = answer.succeeded() ? count(answer.result()) : countFailure(answer.cause());
        latency.get(operation).get(result).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Result count(LedgerOutcome outcome) {
        return outcome.fold(
                applied -> applied.replayed() ? countReplay() : Result.APPLIED,
                refused -> refused.replayed()
                        ? countReplay()
                        : countRefusal(refused.refusal().reason()),
                keyReused -> Result.KEY_REUSED);
    }

    private Result countReplay() {
        replays.increment();
        return Result.REPLAYED;
    }

    private Result countRefusal(RefusalReason reason) {
        refusals.get(reason).increment();
        return Result.REFUSED;
    }

    private Result countFailure(Throwable cause) {
        Failure.Kind kind = cause instanceof Failure failure ? failure.kind() : Failure.Kind.DEFECT;
        failures.get(kind).increment();
        return Result.FAILED;
    }
}
