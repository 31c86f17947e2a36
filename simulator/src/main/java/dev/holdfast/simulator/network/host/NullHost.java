package dev.holdfast.simulator.network.host;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.FrameReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/** Answers everything at once. Listens on the loopback interface. */
public final class NullHost {

    private static final int[] ECHOED = {2, 3, 4, 6, 7, 10, 11, 15, 32, 33, 37, 41, 42, 49, 51, 62, 63, 70};

    private final Style style;
    private final NetServer server;

    public NullHost(Vertx vertx, Style style) {
        this.style = style;
        this.server = vertx.createNetServer().connectHandler(this::accept);
    }

    /** Listens on a free port, which the future holds. */
    public Future<Integer> listen() {
        return server.listen(0, "127.0.0.1").map(NetServer::actualPort);
    }

    public Future<Void> close() {
        return server.close();
    }

    private void accept(NetSocket socket) {
        Buffer[] pending = {Buffer.buffer()};
        FrameReader frames = new FrameReader(style.profile().framing(), (bytes, from, to) -> {
            if (style.profile().decode(bytes, from, to) instanceof Message message
                    && message.mti().isAnswered()) {
                pending[0].appendBytes(style.profile().framing().frame(answer(message)));
            }
        });
        socket.exceptionHandler(failure -> {});
        // What came in one read is answered in one write.
        socket.handler(bytes -> {
            frames.take(bytes);
            if (pending[0].length() > 0) {
                socket.write(pending[0]);
                pending[0] = Buffer.buffer();
            }
        });
    }

    private static byte[] answer(Message message) {
        MessageBuilder answer = message.answer(ECHOED).set(39, "00");
        int code = message.mti().code();
        return (code / 100 <= 2 ? answer.set(38, "NULL01") : answer).encode();
    }
}
