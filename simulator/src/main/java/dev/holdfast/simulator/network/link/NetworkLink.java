package dev.holdfast.simulator.network.link;

import dev.holdfast.engine.iso8583.Message;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import org.jspecify.annotations.Nullable;

/** One connection to the issuer, opened again whenever it ends, until it is closed. */
final class NetworkLink {

    /** What a link tells its owner. */
    interface Owner {
        void connected(NetworkLink link);

        void received(NetworkLink link, Message message);

        void malformed();

        void lost();
    }

    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    final int number;
    private final Context context;
    private final NetClient client;
    private final LinkOptions options;
    private final Owner owner;
    private Buffer pending = Buffer.buffer();
    private @Nullable NetSocket socket;
    private boolean signedOn;
    private boolean closed;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private long lastSentNanos = System.nanoTime();

    NetworkLink(int number, Context context, NetClient client, LinkOptions options, Owner owner) {
        this.number = number;
        this.context = context;
        this.client = client;
        this.options = options;
        this.owner = owner;
    }

    void open() {
        if (closed) {
            return;
        }
        client.connect(options.port(), options.host()).onComplete(connected -> {
            if (connected.succeeded()) {
                begin(connected.result());
            } else {
                openLater();
            }
        });
    }

    boolean isSignedOn() {
        return signedOn;
    }

    void signedOn(boolean now) {
        signedOn = now;
        pauseMillis = FIRST_PAUSE_MILLIS;
    }

    boolean isSilentSince(long nanos) {
        return lastSentNanos - nanos < 0;
    }

    /** Sends a message; several that are sent in one turn of the event loop go out in one write. */
    void send(byte[] message) {
        if (socket == null) {
            return;
        }
        lastSentNanos = System.nanoTime();
        if (pending.length() == 0) {
            context.runOnContext(nothing -> flush());
        }
        pending.appendBytes(options.style().profile().framing().frame(message));
    }

    /** Ends the connection, as if it had been lost; it is opened again. */
    void drop() {
        if (socket != null) {
            socket.close();
        }
    }

    void close() {
        closed = true;
        drop();
    }

    private void flush() {
        Buffer written = pending;
        pending = Buffer.buffer(4_096);
        if (socket != null && written.length() > 0) {
            socket.write(written);
        }
    }

    private void begin(NetSocket opened) {
        if (closed) {
            opened.close();
            return;
        }
        socket = opened;
        FrameReader frames = new FrameReader(options.style().profile().framing(), this::frame);
        opened.handler(frames::take);
        // A reset shows as the end of the connection; the close handler tells of it.
        opened.exceptionHandler(failure -> {});
        opened.closeHandler(nothing -> ended());
        owner.connected(this);
    }

    private void frame(byte[] bytes, int from, int to) {
        if (options.style().profile().decode(bytes, from, to) instanceof Message message) {
            owner.received(this, message);
        } else {
            owner.malformed();
        }
    }

    private void ended() {
        socket = null;
        signedOn = false;
        pending = Buffer.buffer();
        if (!closed) {
            owner.lost();
            openLater();
        }
    }

    private void openLater() {
        if (!closed) {
            context.owner().setTimer(pauseMillis, timer -> open());
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        }
    }
}
