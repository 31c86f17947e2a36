package dev.holdfast.ops.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Starts the server again when it ends by itself, as when the system killed it for memory. The lanes find it back on the
 * same port. One daemon thread, which waits.
 */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** A server that ends more often within {@link #STEADY} has a cause that a start does not cure. */
    private static final int MAX_RESTARTS = 5;

    private static final Duration STEADY = Duration.ofMinutes(10);

    private final Server server;
    private final Runnable lost;

    Watch(Server server, Runnable lost) {
        this.server = server;
        this.lost = lost;
    }

    void begin() {
        Thread thread = new Thread(this::watch, "postgres-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        int restarts = 0;
        try {
            while (true) {
                long since = System.nanoTime();
                server.awaitEnd();
                if (server.stopping()) {
                    return;
                }
                restarts = System.nanoTime() - since > STEADY.toNanos() ? 1 : restarts + 1;
                if (restarts > MAX_RESTARTS) {
                    LOG.error("PostgreSQL ended {} times within {}: giving up", restarts, STEADY);
                    lost.run();
                    return;
                }
                LOG.error("PostgreSQL has ended; starting it again ({} of {})", restarts, MAX_RESTARTS);
                server.startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EmbeddedPostgresException e) {
            if (!server.stopping()) {
                LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
                lost.run();
            }
        }
    }
}
