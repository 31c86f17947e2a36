package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import io.vertx.core.http.HttpConnection;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * The open connections of one event loop. Each has an instant by which the caller must have done its part; a sweep
 * closes those that are late, also if bytes keep trickling in. One sweep is cheaper than a timer per request.
 */
final class Connections {

    /** Longer than the engine may take to resolve a lost commit: only a defect keeps a request this long. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private final ApiLimits limits;
    private final HttpMetrics metrics;
    private final Map<HttpConnection, Held> held = new HashMap<>();

    Connections(ApiLimits limits, HttpMetrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    /** Takes a new connection, or closes it if too many are open. */
    void opened(HttpConnection connection) {
        int open = metrics.connected();
        held.put(connection, new Held());
        connection.closeHandler(closed -> {
            metrics.disconnected();
            held.remove(connection);
        });
        if (open > limits.connections()) {
            metrics.refusedConnection();
            connection.close();
        }
    }

    ApiLimits limits() {
        return limits;
    }

    Held of(HttpConnection connection) {
        return held.computeIfAbsent(connection, unknown -> new Held());
    }

    /** Closes the connections whose callers are late. */
    void sweep() {
        long now = System.nanoTime();
        for (Map.Entry<HttpConnection, Held> entry : new ArrayList<>(held.entrySet())) {
            if (entry.getValue().dueNanos - now < 0) {
                entry.getValue().timeOut();
                entry.getKey().close();
            }
        }
    }

    /** What is known of one connection. */
    final class Held {

        private @Nullable Exchange receiving;
        private long dueNanos = System.nanoTime() + limits.idleTimeout().toNanos();

        /** A request's head is there; its body is awaited. */
        void receives(Exchange exchange) {
            receiving = exchange;
            dueNanos = System.nanoTime() + limits.bodyTimeout().toNanos();
        }

        /** A whole request is there; the caller waits for us. */
        void working() {
            receiving = null;
            dueNanos = System.nanoTime() + LONGEST_WORK.toNanos();
        }

        /** The answer is out. If the caller is still sending, it has as long as for any body. */
        void answered(boolean complete) {
            receiving = null;
            dueNanos = System.nanoTime() + (complete ? limits.idleTimeout() : limits.bodyTimeout()).toNanos();
        }

        private void timeOut() {
            if (receiving != null) {
                receiving.fail(new ApiException(ErrorCode.REQUEST_TIMEOUT));
            }
        }
    }
}
