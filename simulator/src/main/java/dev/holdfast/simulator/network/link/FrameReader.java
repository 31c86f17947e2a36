package dev.holdfast.simulator.network.link;

import dev.holdfast.engine.iso8583.Framing;
import io.vertx.core.buffer.Buffer;

import java.util.Arrays;

/** Cuts a stream of bytes into frames. Keeps at most one incomplete frame and one read of the socket. */
public final class FrameReader {

    /** Takes a frame where it lies; the bytes are good only during the call. */
    @FunctionalInterface
    public interface FrameHandler {
        void frame(byte[] bytes, int from, int to);
    }

    private final Framing framing;
    private final FrameHandler handler;
    private byte[] bytes = new byte[4_096];
    private int used;

    public FrameReader(Framing framing, FrameHandler handler) {
        this.framing = framing;
        this.handler = handler;
    }

    public void take(Buffer more) {
        if (used + more.length() > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + more.length()));
        }
        more.getBytes(bytes, used);
        used += more.length();
        int prefix = framing.prefixBytes();
        int at = 0;
        while (used - at >= prefix && used - at >= prefix + framing.messageBytes(bytes, at)) {
            int from = at + prefix;
            int to = from + framing.messageBytes(bytes, at);
            if (to > from) {
                handler.frame(bytes, from, to);
            }
            at = to;
        }
        System.arraycopy(bytes, at, bytes, 0, used - at);
        used -= at;
    }
}
