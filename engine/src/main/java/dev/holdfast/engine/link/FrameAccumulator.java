package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Framing;
import dev.holdfast.engine.iso8583.Message;
import io.vertx.core.buffer.Buffer;

/**
 * Cuts a stream into frames. Holds what was read and not yet taken: at most one chunk of the socket and one unfinished
 * frame, since a chunk is appended only after all frames before it have been taken or the reading was paused.
 */
final class FrameAccumulator {

    private static final int FIRST_CAPACITY = 4096;

    /** What is next in the stream. */
    enum Step {
        /** A message, from {@link #from()} to {@link #to()} in {@link #bytes()}, until the next append. */
        MESSAGE,
        /** A frame without a message. */
        SIGN_OF_LIFE,
        /** More bytes are needed. */
        INCOMPLETE,
        /** The frame is above the limit; the stream cannot be followed further. */
        TOO_LONG
    }

    private final Framing framing;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int read;
    private int written;
    private int from;

    FrameAccumulator(Framing framing) {
        this.framing = framing;
    }

    void append(Buffer chunk) {
        int rest = written - read;
        if (written + chunk.length() > bytes.length) {
            byte[] target = rest + chunk.length() > bytes.length ? new byte[capacityFor(rest + chunk.length())] : bytes;
            System.arraycopy(bytes, read, target, 0, rest);
            bytes = target;
            read = 0;
            written = rest;
        }
        chunk.getBytes(bytes, written);
        written += chunk.length();
    }

    private static int capacityFor(int needed) {
        return Integer.highestOneBit(needed - 1) << 1;
    }

    Step next() {
        int prefix = framing.prefixBytes();
        if (written - read < prefix) {
            return Step.INCOMPLETE;
        }
        int length = framing.messageBytes(bytes, read);
        if (length > Message.MAX_BYTES) {
            return Step.TOO_LONG;
        }
        if (written - read < prefix + length) {
            return Step.INCOMPLETE;
        }
        from = read + prefix;
        read = from + length;
        return length == 0 ? Step.SIGN_OF_LIFE : Step.MESSAGE;
    }

    /** Whether a frame was begun. */
    boolean hasRest() {
        return written > read;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return read;
    }
}
