package dev.holdfast.engine.iso8583;

import java.nio.ByteBuffer;

/** How messages are told apart in a stream: a length in front of each, high byte first, which does not count itself. */
public enum Framing {
    /** Two bytes of length. */
    TWO_BYTES(2),
    /** Two bytes of length and two of session control, which are zero for a message. */
    TWO_BYTES_AND_CONTROL(4);

    private final int prefixBytes;

    Framing(int prefixBytes) {
        this.prefixBytes = prefixBytes;
    }

    /** Returns the bytes before each message. */
    public int prefixBytes() {
        return prefixBytes;
    }

    /** Returns the bytes of the message behind the prefix at this place: 0 to 65,535, 0 for a sign of life. */
    public int messageBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    /**
     * Returns the message behind its prefix.
     *
     * @throws IllegalArgumentException if the message is above 65,535 bytes
     */
    public byte[] frame(byte[] message) {
        if (message.length > 0xFFFF) {
            throw new IllegalArgumentException("a message of " + message.length + " bytes");
        }
        return ByteBuffer.allocate(prefixBytes + message.length)
                .putShort((short) message.length)
                .position(prefixBytes)
                .put(message)
                .array();
    }
}
