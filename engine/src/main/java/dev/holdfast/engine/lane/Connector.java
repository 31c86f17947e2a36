package dev.holdfast.engine.lane;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps one session open, opening it anew whenever it is lost, for as long as the lane lives. Confined to the lane's
 * event loop.
 *
 * @param <B> the book
 */
final class Connector<B> {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    /** Waits between attempts double from the first to the longest, each with up to half of itself as jitter. */
    private static final long FIRST_WAIT_MILLIS = 50;

    private static final long LONGEST_WAIT_MILLIS = 1_000;

    /** A database that accepts a connection and then says nothing must not hold the lane up for good. */
    private static final long LONGEST_HANDSHAKE_MILLIS = 5_000;

    private final Vertx vertx;
    private final Session.Factory<B> factory;
    private final LaneMetrics metrics;

    private @Nullable Session<B> session;
    private Promise<Session<B>> arrival = Promise.promise();
    private boolean stopped;

    Connector(Vertx vertx, Session.Factory<B> factory, LaneMetrics metrics) {
        this.vertx = vertx;
        this.factory = factory;
        this.metrics = metrics;
    }

    /** Makes the first attempt, whose failure is the caller's to judge; later losses are mended here. */
    Future<Void> start() {
        return open().map(opened -> {
            arrived(opened);
            return null;
        });
    }

    boolean connected() {
        return session != null;
    }

    /**
     * Returns the session, now or when it is back.
     *
     * @param patienceMillis after which the future fails with {@link SessionException}
     */
    Future<Session<B>> session(long patienceMillis) {
        Session<B> current = session;
        if (current != null) {
            return Future.succeededFuture(current);
        }
        if (stopped || patienceMillis <= 0) {
            return Future.failedFuture(unavailable());
        }
        Promise<Session<B>> patient = Promise.promise();
        long timer = vertx.setTimer(patienceMillis, id -> patient.tryFail(unavailable()));
        arrival.future().onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                patient.tryComplete(result.result());
            } else {
                patient.tryFail(result.cause());
            }
        });
        return patient.future();
    }

    private static SessionException unavailable() {
        return new SessionException(SessionException.Kind.LOST, new IllegalStateException("not connected"));
    }

    Future<Void> stop() {
        stopped = true;
        arrival.tryFail(unavailable());
        Session<B> current = session;
        session = null;
        return current == null ? Future.succeededFuture() : current.close();
    }

    /** Drops a session that has failed as lost; its own notice of that may come later, or never. */
    void discard(Session<B> failed) {
        if (session == failed) {
            failed.abort();
            lost(failed);
        }
    }

    /** An old session's late notice must not cost the lane its new one. */
    private void lost(Session<B> which) {
        if (session != which || stopped) {
            return;
        }
        LOG.warn("database connection lost, reconnecting");
        session = null;
        arrival = Promise.promise();
        attempt(FIRST_WAIT_MILLIS);
    }

    private void attempt(long waitMillis) {
        if (stopped) {
            return;
        }
        open().onSuccess(this::reconnected).onFailure(cause -> {
            LOG.debug("reconnecting failed, next try in about {} ms", waitMillis, cause);
            long jitter = ThreadLocalRandom.current().nextLong(waitMillis / 2 + 1);
            vertx.setTimer(waitMillis + jitter, id -> attempt(Math.min(LONGEST_WAIT_MILLIS, waitMillis * 2)));
        });
    }

    /** Connects within the longest handshake; a connection that comes later is closed again. */
    private Future<Session<B>> open() {
        Promise<Session<B>> timely = Promise.promise();
        long timer = vertx.setTimer(LONGEST_HANDSHAKE_MILLIS, id -> timely.tryFail(unavailable()));
        factory.open().onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.failed()) {
                timely.tryFail(result.cause());
            } else if (!timely.tryComplete(result.result())) {
                result.result().abort();
            }
        });
        return timely.future();
    }

    private void reconnected(Session<B> opened) {
        metrics.reconnects.increment();
        LOG.info("database connection is back");
        if (stopped) {
            opened.close().onFailure(cause -> LOG.debug("closing a late connection failed", cause));
        } else {
            arrived(opened);
        }
    }

    private void arrived(Session<B> opened) {
        session = opened;
        opened.onLost(() -> lost(opened));
        arrival.complete(opened);
    }
}
