package dev.holdfast.engine.expiry;

import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.Flag;
import dev.holdfast.engine.network.Links;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.engine.network.NetworkMessage;
import dev.holdfast.engine.network.Timing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;

/**
 * Looks every second for payments whose time is over, and has them give back what was not captured.
 *
 * <p>It goes round: from the oldest of all to the last that is due, then from the oldest again. What failed comes again in
 * the next round.
 */
public final class ExpiryClock {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryClock.class);

    /** Payments that are dealt with at a time. */
    public static final int BATCH = 500;

    private static final long INTERVAL_MILLIS = 1_000;

    private final Vertx vertx;
    private final Context context;
    private final ExpiryStore store;
    private final NetworkHost host;
    private final Counter expired;
    private final Counter failures;
    private final Promise<Void> stopped = Promise.promise();
    /** Each look goes on where the last one ended, so that payments that cannot be dealt with keep no others waiting. */
    private ExpiryStore.Place seen = ExpiryStore.Place.START;

    private boolean stopping;
    private boolean working;
    private long timer;

    private ExpiryClock(Vertx vertx, Context context, Pool pool, NetworkHost host, MeterRegistry meters) {
        this.vertx = vertx;
        this.context = context;
        this.store = new ExpiryStore(pool);
        this.host = host;
        this.expired = Counter.builder("holdfast.expiry.payments")
                .description("Payments that were found to be over and dealt with")
                .register(meters);
        this.failures = Counter.builder("holdfast.expiry.failures")
                .description("Looks for payments that are over, or statements of it, that failed and come again")
                .register(meters);
    }

    /** Starts it. */
    public static ExpiryClock start(Vertx vertx, Pool pool, NetworkHost host, MeterRegistry meters) {
        Context context = vertx.getOrCreateContext();
        ExpiryClock clock = new ExpiryClock(vertx, context, pool, host, meters);
        context.runOnContext(here -> clock.await());
        return clock;
    }

    private void await() {
        if (stopping) {
            stopped.tryComplete();
        } else {
            timer = vertx.setTimer(INTERVAL_MILLIS, id -> look());
        }
    }

    private void look() {
        working = true;
        store.due(seen, BATCH).compose(this::expire).onComplete(looked -> {
            working = false;
            if (looked.failed()) {
                failures.increment();
                LOG.warn(
                        "payments that are over could not be dealt with and come again: {}",
                        looked.cause().getMessage());
            }
            boolean more = looked.succeeded() && looked.result() == BATCH && !stopping;
            if (more) {
                look();
            } else {
                await();
            }
        });
    }

    /** Returns how many were dealt with: those that turn out not to be due must not keep the clock looking at once. */
    private Future<Integer> expire(List<ExpiryStore.Due> due) {
        seen = due.size() < BATCH
                ? ExpiryStore.Place.START
                : due.get(due.size() - 1).place();
        List<Future<MessageOutcome>> stated =
                due.stream().map(payment -> host.state(message(payment))).toList();
        return Future.join(stated).map(all -> {
            int dealtWith = (int) stated.stream()
                    .filter(outcome -> !outcome.result().flags().contains(Flag.NOT_DUE))
                    .count();
            expired.increment(dealtWith);
            return dealtWith;
        });
    }

    private static NetworkMessage message(ExpiryStore.Due due) {
        return new NetworkMessage(
                Digest.of("expiry")
                        .with(due.payment())
                        .with(due.since().toString())
                        .toUuid(),
                MessageFunction.EXPIRY,
                new NetworkMessage.Subject(due.account(), null),
                Links.NONE,
                null,
                new Content.Expiry(due.payment()),
                new Timing(due.since(), Instant.now()));
    }

    /** Stops looking; done when what is under way is done. */
    public Future<Void> stop() {
        context.runOnContext(here -> {
            stopping = true;
            if (!working && vertx.cancelTimer(timer)) {
                stopped.tryComplete();
            }
        });
        return stopped.future();
    }
}
