package dev.holdfast.engine.testing;

import dev.holdfast.engine.iso8583.Malformed;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.StationHeader;
import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The network's end of a link, on the test's thread. Every read ends after half a minute, as a failure. */
public final class Peer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;
    private final DataInputStream in;
    private final Profile profile;

    public Peer(Socket socket, Profile profile) throws IOException {
        this.socket = socket;
        this.profile = profile;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    public static Peer connect(int port, Profile profile) throws IOException {
        return new Peer(new Socket(InetAddress.getLoopbackAddress(), port), profile);
    }

    public Peer signOn() throws IOException {
        MessageBuilder signOn =
                profile.message("0800").set(7, "1120143015").set(11, 1).set(70, "001");
        send((profile.isHeaded() ? signOn.header(StationHeader.of("111111", "222222")) : signOn).build());
        Message answer = receive();
        if (!"00".equals(answer.find(39))) {
            throw new AssertionError("not signed on: " + answer);
        }
        return this;
    }

    public void send(Message message) throws IOException {
        sendFrame(message.toBytes());
    }

    public void sendFrame(byte[] message) throws IOException {
        sendBytes(profile.framing().frame(message));
    }

    public void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next message. */
    public Message receive() throws IOException {
        byte[] bytes = receiveFrame();
        if (bytes == null) {
            throw new AssertionError("the link was closed");
        }
        return profile.decode(bytes).fold(message -> message, (Malformed malformed) -> {
            throw new AssertionError(malformed.toString());
        });
    }

    /** The next message, or null at the end of the stream. */
    public byte @Nullable [] receiveFrame() throws IOException {
        byte[] prefix = in.readNBytes(profile.framing().prefixBytes());
        if (prefix.length == 0) {
            return null;
        }
        return in.readNBytes(profile.framing().messageBytes(prefix, 0));
    }

    /** Reads until the server closes the link; a reset counts as that. */
    public void awaitClosed() {
        try {
            while (in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open after " + PATIENCE, e);
        } catch (IOException e) {
            // A reset: the server closed with bytes unread.
        }
    }

    /** Ends the connection as a crash does, without a farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
