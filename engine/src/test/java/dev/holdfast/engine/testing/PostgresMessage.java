package dev.holdfast.engine.testing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message of PostgreSQL's protocol, version 3: a type byte (absent on a client's first), a length that counts
 * itself, and a body.
 */
final class PostgresMessage {

    /** The type of a connection's first message. */
    static final char UNTYPED = 0;

    private static final int LENGTH_BYTES = 4;

    /** Far beyond what the engine sends; a larger length means that the framing was lost. */
    private static final int MAX_BODY = 64 << 20;

    private final char type;
    private final byte[] body;

    private PostgresMessage(char type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    static PostgresMessage readUntyped(DataInputStream in) throws IOException {
        return new PostgresMessage(UNTYPED, readBody(in));
    }

    static PostgresMessage read(DataInputStream in) throws IOException {
        int type = in.read();
        if (type < 0) {
            throw new EOFException();
        }
        return new PostgresMessage((char) type, readBody(in));
    }

    private static byte[] readBody(DataInputStream in) throws IOException {
        int length = in.readInt() - LENGTH_BYTES;
        if (length < 0 || length > MAX_BODY) {
            throw new IOException("not a message of PostgreSQL's protocol");
        }
        return in.readNBytes(length);
    }

    char type() {
        return type;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(toBytes());
        out.flush();
    }

    private byte[] toBytes() {
        boolean typed = type != UNTYPED;
        ByteBuffer bytes = ByteBuffer.allocate((typed ? 1 : 0) + LENGTH_BYTES + body.length);
        if (typed) {
            bytes.put((byte) type);
        }
        return bytes.putInt(LENGTH_BYTES + body.length).put(body).array();
    }

    /** The zero-terminated string that begins at this index of the body's strings. */
    String string(int index) {
        String[] strings = new String(body, StandardCharsets.UTF_8).split("\0", index + 2);
        return index < strings.length ? strings[index] : "";
    }

    /** The server's word that a transaction is committed. */
    boolean saysCommitted() {
        return type == 'C' && string(0).equals("COMMIT");
    }
}
