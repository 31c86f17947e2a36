package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Cuts connections at random, mostly around {@code COMMIT} and now and then anywhere. */
public final class UnreliableProxy extends PostgresProxy {

    /** Of commits and of their replies, in percent; higher, and batches would make no progress. */
    private static final int COMMITS_CUT = 10;

    /** Of all other messages, in ten thousandths: a batch has a few dozen. */
    private static final int OTHERS_CUT = 20;

    private final Random random;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean reliable;

    public UnreliableProxy(DatabaseUrl server, long seed) {
        super(server);
        this.random = new Random(seed);
    }

    @Override
    public DatabaseUrl url() {
        return super.url();
    }

    /** How many connections were cut so far. */
    public int cuts() {
        return cuts.get();
    }

    /** Cuts nothing any more. */
    public void settleDown() {
        reliable = true;
    }

    @Override
    void fromClient(PostgresMessage message, OutputStream toServer, Link link) throws IOException {
        maybeCut(message.type() == 'Q' && message.string(0).strip().equalsIgnoreCase("COMMIT"));
        message.writeTo(toServer);
    }

    @Override
    void fromServer(PostgresMessage message, OutputStream toClient, Link link) throws IOException {
        maybeCut(message.saysCommitted());
        message.writeTo(toClient);
    }

    private void maybeCut(boolean commit) throws IOException {
        boolean cut = commit ? random.nextInt(100) < COMMITS_CUT : random.nextInt(10_000) < OTHERS_CUT;
        if (cut && !reliable) {
            cuts.incrementAndGet();
            throw new IOException("cut");
        }
    }
}
