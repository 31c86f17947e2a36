package dev.holdfast.engine.iso8583;

import java.util.Optional;

/** A network's dialect as data. The three that exist are {@link Profiles}. Immutable. */
public final class Profile {

    private final String name;
    private final Framing framing;
    private final boolean headed;
    private final Encoding mti;
    private final Encoding bitmap;
    private final FieldTable fields;

    /**
     * @param headed whether a {@link StationHeader} comes first
     * @param mti of the message type
     * @param bitmap {@link Encoding#RAW} for eight bytes each, else 16 hexadecimal characters
     */
    Profile(String name, Framing framing, boolean headed, Encoding mti, Encoding bitmap, FieldTable fields) {
        this.name = name;
        this.framing = framing;
        this.headed = headed;
        this.mti = mti;
        this.bitmap = bitmap;
        this.fields = fields;
    }

    public String name() {
        return name;
    }

    public Framing framing() {
        return framing;
    }

    /** Whether messages start with a {@link StationHeader}. */
    public boolean isHeaded() {
        return headed;
    }

    Encoding mtiEncoding() {
        return mti;
    }

    Encoding bitmapEncoding() {
        return bitmap;
    }

    FieldTable fields() {
        return fields;
    }

    /** Reads a message, without the frame's length prefix. Never throws, whatever the bytes. */
    public Decoded decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /**
     * Reads a message out of a larger buffer. The bytes are copied; offsets in a failure count from {@code from}.
     *
     * @throws IndexOutOfBoundsException if the range is not inside the buffer
     */
    public Decoded decode(byte[] buffer, int from, int to) {
        return new MessageDecoder(this).decode(buffer, from, to);
    }

    /**
     * Begins the answer to a message that cannot be read: of the fields before the bad one it repeats DE7, DE11, DE32,
     * DE33, DE37, DE41 and, in network management, DE70. Empty unless type, DE7 and DE11 could be read, or if the type
     * has no answer. Never throws, whatever the bytes.
     *
     * @throws IndexOutOfBoundsException if the range is not inside the buffer
     */
    public Optional<MessageBuilder> answerMalformed(byte[] buffer, int from, int to) {
        return new MessageDecoder(this).answerMalformed(buffer, from, to);
    }

    /** Returns a builder for a message of this type. */
    public MessageBuilder message(String mti) {
        return message(Mti.of(mti));
    }

    public MessageBuilder message(Mti mti) {
        return new MessageBuilder(this, mti);
    }

    @Override
    public String toString() {
        return name;
    }
}
