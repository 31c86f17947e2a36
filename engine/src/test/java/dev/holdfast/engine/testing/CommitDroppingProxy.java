package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Cuts connections around {@code COMMIT}, where a client cannot know what became of its transaction. */
public final class CommitDroppingProxy extends PostgresProxy {

    private final AtomicInteger repliesToDrop = new AtomicInteger();
    private final AtomicInteger requestsToDrop = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile boolean refusing;
    private volatile boolean stayAway;

    public CommitDroppingProxy(DatabaseUrl server) {
        super(server);
    }

    @Override
    public DatabaseUrl url() {
        return super.url();
    }

    /** Lets the server commit, and then cuts the connection instead of passing on its word; this many times. */
    public void dropCommitReplies(int times) {
        repliesToDrop.set(times);
    }

    /** As {@link #dropCommitReplies} once, and refuses every connection from that moment. */
    public void dropCommitReplyAndStayAway() {
        stayAway = true;
        repliesToDrop.set(1);
    }

    /** Cuts the connection when the client commits, so that the server never hears it; this many times. */
    public void dropCommitRequests(int times) {
        requestsToDrop.set(times);
    }

    /** As {@link #dropCommitRequests} once, and refuses every connection from that moment. */
    public void dropCommitRequestAndStayAway() {
        stayAway = true;
        requestsToDrop.set(1);
    }

    /** Whether new connections are cut at once, as if the database could no longer be reached. */
    public void refuseConnections(boolean refuse) {
        refusing = refuse;
        stayAway = false;
    }

    /** How many commits were cut off so far. */
    public int dropped() {
        return dropped.get();
    }

    @Override
    boolean admits() {
        return !refusing;
    }

    @Override
    void fromClient(PostgresMessage message, OutputStream toServer, Link link) throws IOException {
        if (commits(message, link) && takeOne(requestsToDrop)) {
            refusing = refusing || stayAway;
            throw new IOException("cut before COMMIT");
        }
        message.writeTo(toServer);
    }

    /** A simple query, or the binding of a prepared statement, whose text is {@code COMMIT}. */
    private static boolean commits(PostgresMessage message, Link link) {
        if (message.type() == 'P') {
            boolean commit = message.string(1).strip().equalsIgnoreCase("COMMIT");
            if (commit) {
                link.commitStatements().add(message.string(0));
            } else {
                link.commitStatements().remove(message.string(0));
            }
        }
        return (message.type() == 'Q' && message.string(0).strip().equalsIgnoreCase("COMMIT"))
                || (message.type() == 'B' && link.commitStatements().contains(message.string(1)));
    }

    @Override
    void fromServer(PostgresMessage message, OutputStream toClient, Link link) throws IOException {
        if (message.saysCommitted() && takeOne(repliesToDrop)) {
            refusing = refusing || stayAway;
            throw new IOException("cut after COMMIT");
        }
        message.writeTo(toClient);
    }

    private boolean takeOne(AtomicInteger left) {
        boolean taken = left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (taken) {
            dropped.incrementAndGet();
        }
        return taken;
    }
}
