package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.lane.Lanes;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;

import java.time.Instant;

/** Applies operations to the ledger, durably and once per idempotency key. */
public final class Ledger {

    private final Lanes<Book> lanes;
    private final LedgerMetrics metrics;

    public Ledger(Lanes<Book> lanes, MeterRegistry meters) {
        this.lanes = lanes;
        this.metrics = new LedgerMetrics(meters);
    }

    /**
     * Applies one operation. The future succeeds with what was durably decided, refusals included, and fails with a
     * {@link dev.holdfast.engine.lane.Failure} if the system could not answer.
     *
     * @param deadline after which the request is dropped rather than applied
     */
    public Future<LedgerOutcome> apply(LedgerRequest request, Instant deadline) {
        long started = System.nanoTime();
        return lanes.submit(new LedgerCommand(request), deadline)
                .onComplete(answer -> metrics.record(request.operation(), answer, System.nanoTime() - started));
    }
}
