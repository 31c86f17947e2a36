package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Holds back what the server answers until the client has said all that it can say without an answer. Each release is
 * then one round trip: a client that pipelines a batch in two flushes needs two releases, however large the batch is.
 *
 * <p>"All that it can say" is judged by the client's silence. A client that was merely slow is counted once too often,
 * never too seldom: of several counts the smallest is the true one.
 */
public final class FlushCountingProxy extends PostgresProxy {

    private static final Duration SILENCE = Duration.ofMillis(40);

    private final Queue<Held> held = new ArrayDeque<>();
    private boolean holding;
    private long clientMessages;
    private long lastHeard = System.nanoTime();

    private record Held(PostgresMessage message, OutputStream toClient) {}

    public FlushCountingProxy(DatabaseUrl server) {
        super(server);
    }

    @Override
    public DatabaseUrl url() {
        return super.url();
    }

    /** From now on nothing reaches the client but through {@link #countReleasesUntil}. */
    public synchronized void hold() {
        holding = true;
        clientMessages = 0;
    }

    /** Lets everything through again. */
    public synchronized void letGo() {
        holding = false;
        release();
    }

    /** Waits until the client has sent something since {@link #hold()}: its batch is on the way. */
    public void awaitClient() {
        Await.until("the client has sent a batch", this::clientHasSpoken);
    }

    private synchronized boolean clientHasSpoken() {
        return clientMessages > 0;
    }

    /** Releases what the server has answered whenever the client waits for it; returns how often that was. */
    public int countReleasesUntil(BooleanSupplier done) {
        int[] releases = {0};
        Await.until("the client has all its answers", () -> {
            if (releaseIfClientWaits()) {
                releases[0]++;
            }
            return done.getAsBoolean();
        });
        return releases[0];
    }

    private synchronized boolean releaseIfClientWaits() {
        boolean silent = System.nanoTime() - lastHeard > SILENCE.toNanos();
        boolean waits = silent && !held.isEmpty();
        if (waits) {
            release();
        }
        return waits;
    }

    private void release() {
        for (Held next = held.poll(); next != null; next = held.poll()) {
            try {
                next.message().writeTo(next.toClient());
            } catch (IOException goneAway) {
                // A client that has lost patience needs no answer; others may still wait for theirs.
            }
        }
    }

    @Override
    synchronized void fromClient(PostgresMessage message, OutputStream toServer, Link link) throws IOException {
        clientMessages++;
        lastHeard = System.nanoTime();
        message.writeTo(toServer);
    }

    /** The server's words count as noise too: while it is still answering, the client may not have all it waits for. */
    @Override
    synchronized void fromServer(PostgresMessage message, OutputStream toClient, Link link) throws IOException {
        if (holding) {
            lastHeard = System.nanoTime();
            held.add(new Held(message, toClient));
        } else {
            message.writeTo(toClient);
        }
    }
}
