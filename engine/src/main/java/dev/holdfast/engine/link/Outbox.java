package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Framing;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;

/** What a link has to say. What is added in one turn of the event loop is one write. */
final class Outbox {

    /** About 400 answers. Vert.x says that there is room again at half of it. */
    private static final int MAX_UNREAD_BYTES = 64 * 1024;

    private final NetSocket socket;
    private final Context context;
    private final Framing framing;
    private final Runnable room;
    private Buffer waiting = Buffer.buffer();
    private boolean flushing;

    /** @param room called when there may be room again, on the link's event loop */
    Outbox(NetSocket socket, Context context, Framing framing, Runnable room) {
        this.socket = socket;
        this.context = context;
        this.framing = framing;
        this.room = room;
        socket.setWriteQueueMaxSize(MAX_UNREAD_BYTES).drainHandler(drained -> room.run());
    }

    /** Takes a message without its frame. Always takes it: the window bounds how many there can be. */
    void add(byte[] message) {
        waiting.appendBytes(framing.frame(message));
        if (!flushing) {
            flushing = true;
            context.runOnContext(turn -> {
                flushing = false;
                flush();
                room.run();
            });
        }
    }

    private void flush() {
        if (waiting.length() > 0) {
            Buffer burst = waiting;
            waiting = Buffer.buffer();
            socket.write(burst);
        }
    }

    /** Writes what waits and closes the socket; at once if the peer does not read, since a plain close would wait for it. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do if it fails
    void close() {
        if (isUnread()) {
            ((NetSocketInternal) socket).channelHandlerContext().close();
        } else {
            flush();
            socket.close();
        }
    }

    /** Whether the peer should read before more is made. */
    boolean isFull() {
        return waiting.length() >= MAX_UNREAD_BYTES || isUnread();
    }

    /** Whether the socket's own queue is full: the peer does not read. */
    boolean isUnread() {
        return socket.writeQueueFull();
    }
}
