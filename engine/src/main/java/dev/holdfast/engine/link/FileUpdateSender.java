package dev.holdfast.engine.link;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * Carries file updates from where they wait to links that are free for one. Looks once a second, and again as soon as one
 * was acknowledged. Runs on an event loop of its own; takes no more updates than there are free links.
 */
final class FileUpdateSender extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(FileUpdateSender.class);
    private static final long LOOK_MILLIS = 1000;

    private final PendingUpdates source;
    private final Links links;
    private final LinkMetrics metrics;
    private boolean taking;

    FileUpdateSender(PendingUpdates source, Links links, LinkMetrics metrics) {
        this.source = source;
        this.links = links;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        if (source != PendingUpdates.NONE) {
            vertx.setPeriodic(LOOK_MILLIS, tick -> look());
        }
        return Future.succeededFuture();
    }

    private void look() {
        List<Link> free = links.readyForFileUpdate();
        if (taking || free.isEmpty()) {
            return;
        }
        taking = true;
        source.take(free.size())
                .onComplete(taken -> context.runOnContext(hop -> {
                    taking = false;
                    if (taken.succeeded()) {
                        send(taken.result(), free);
                    } else {
                        LOG.warn("cannot look for file updates: {}", FailurePlace.of(taken.cause()));
                    }
                }));
    }

    private void send(List<PendingUpdate> updates, List<Link> free) {
        for (int index = 0; index < updates.size(); index++) {
            PendingUpdate update = updates.get(index);
            Future<FileUpdateOutcome> outcome =
                    index < free.size() ? free.get(index).update(update) : notSent(update);
            outcome.onSuccess(result -> context.runOnContext(hop -> report(update.id(), result)));
        }
    }

    private static Future<FileUpdateOutcome> notSent(PendingUpdate update) {
        update.card().wipe();
        return Future.succeededFuture(FileUpdateOutcome.NOT_SENT);
    }

    private void report(String id, FileUpdateOutcome outcome) {
        metrics.fileUpdates.get(outcome).increment();
        boolean acknowledged = outcome == FileUpdateOutcome.ACKNOWLEDGED;
        (acknowledged ? source.acknowledged(id) : source.failed(id, outcome))
                .onFailure(failure ->
                        // It will be taken again, and the network takes the same update twice.
                        LOG.warn("cannot note a file update as {}: {}", outcome, FailurePlace.of(failure)))
                .onSuccess(noted -> context.runOnContext(hop -> {
                    if (acknowledged) {
                        look();
                    }
                }));
    }
}
