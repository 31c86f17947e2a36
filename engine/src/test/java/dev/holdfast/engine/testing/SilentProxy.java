package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Falls silent on a connection for good: it reads nothing more, says nothing more, and does not close its side even when
 * the client has closed its own, as a machine does whose power has failed. Connections made afterwards work.
 */
public final class SilentProxy extends PostgresProxy {

    private enum Moment {
        NEVER,
        NEXT_REQUEST,
        NEXT_COMMIT_REPLY
    }

    private final AtomicReference<Moment> moment = new AtomicReference<>(Moment.NEVER);
    private final Set<Link> silent = ConcurrentHashMap.newKeySet();
    private final Set<Link> hungUp = ConcurrentHashMap.newKeySet();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    public SilentProxy(DatabaseUrl server) {
        super(server);
    }

    @Override
    public DatabaseUrl url() {
        return super.url();
    }

    /** Falls silent on the connection of the next message from a client; the server never sees that message. */
    public void fallSilentAtNextRequest() {
        moment.set(Moment.NEXT_REQUEST);
    }

    /** Falls silent on the connection of the next commit, which the server has made. */
    public void fallSilentAtNextCommitReply() {
        moment.set(Moment.NEXT_COMMIT_REPLY);
    }

    /** How many connections are silent; none of them is ever closed from this side before the proxy is. */
    public int silentConnections() {
        return silent.size();
    }

    /** Reads on, and waits until the client has closed its side of every silent connection. */
    public void awaitHangUp() {
        reading.countDown();
        Await.until("the client has hung up", () -> hungUp.containsAll(silent));
    }

    @Override
    void fromClient(PostgresMessage message, OutputStream toServer, Link link) throws IOException {
        if (moment.compareAndSet(Moment.NEXT_REQUEST, Moment.NEVER)) {
            silent.add(link);
        }
        if (silent.contains(link)) {
            await(reading);
        } else {
            message.writeTo(toServer);
        }
    }

    @Override
    void fromServer(PostgresMessage message, OutputStream toClient, Link link) throws IOException {
        if (message.saysCommitted() && moment.compareAndSet(Moment.NEXT_COMMIT_REPLY, Moment.NEVER)) {
            silent.add(link);
        }
        if (silent.contains(link)) {
            await(end);
        } else {
            message.writeTo(toClient);
        }
    }

    @Override
    void ended(Link link, boolean byClient) {
        if (silent.contains(link)) {
            if (byClient) {
                hungUp.add(link);
            }
            await(end);
        }
        super.ended(link, byClient);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reading.countDown();
        end.countDown();
        super.close();
    }
}
