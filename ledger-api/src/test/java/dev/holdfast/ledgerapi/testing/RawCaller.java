package dev.holdfast.ledgerapi.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A caller that writes any bytes, at any pace, on one connection. */
public final class RawCaller implements AutoCloseable {

    /** A server that has not reacted by then hangs. */
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;

    public RawCaller(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new AssertionError("cannot connect", e);
        }
    }

    /** The head of a POST; lines end in CR LF, {@code more} are further header lines. */
    public static String head(String path, String key, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key + "\r\n"
                + "Content-Type: application/json\r\n" + more + "\r\n";
    }

    /** Sends bytes; a connection that the server has closed meanwhile is no error. */
    public RawCaller send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // The answer, or the end, is there to read.
        }
        return this;
    }

    public RawCaller send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole request with a body. */
    public RawCaller post(String path, String key, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                head(path, key, "Content-Length: " + body.length + "\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return send(bytes.toByteArray());
    }

    /** Says that nothing more will be sent, as a caller does that was cut off. */
    public RawCaller finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException closed) {
            // As above.
        }
        return this;
    }

    /**
     * Reads one answer by its Content-Length, or what there is until the end of the connection.
     *
     * @throws AssertionError if the server stays silent
     */
    public String readAnswer() {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            int next;
            while (!isWhole(text) && (next = in.read()) >= 0) {
                text.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server hangs after: " + text, e);
        } catch (IOException reset) {
            // A reset is an end.
        }
        return text.toString();
    }

    /** Whether the server closes the connection, and sends nothing more before. */
    public boolean isClosedByServer() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError("closing", e);
        }
    }

    /** The status of an answer; 0 if there was none. */
    public static int statusOf(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static boolean isWhole(StringBuilder text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (head.startsWith("http/1.1 100")) {
            text.setLength(0);
            return false;
        }
        int at = head.indexOf("content-length: ");
        if (at < 0) {
            return false;
        }
        int lineEnd = head.indexOf('\r', at) < 0 ? head.length() : head.indexOf('\r', at);
        return text.length() >= end + 4 + Integer.parseInt(head.substring(at + 16, lineEnd));
    }
}
