package dev.holdfast.ops.bench;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One connection, with one request at a time. It understands answers with a {@code content-length} and nothing else,
 * which are all that the server gives.
 */
final class HttpLine {

    private static final String HEAD_END = "\r\n\r\n";
    private static final String LENGTH = "content-length:";

    private final NetSocket socket;
    private final Consumer<HttpLine> released;
    private @Nullable Promise<Boolean> awaited;
    private @Nullable String begun;
    private boolean gone;

    /** @param released called when an answer has come and the next request may be sent */
    HttpLine(NetSocket socket, Consumer<HttpLine> released) {
        this.socket = socket;
        this.released = released;
        socket.handler(this::receive);
        socket.closeHandler(closed -> lose());
        // The close handler follows and says the same.
        socket.exceptionHandler(failure -> {});
    }

    void send(Buffer request, Promise<Boolean> answer) {
        if (gone) {
            answer.fail("the connection is closed");
            return;
        }
        awaited = answer;
        socket.write(request);
    }

    private void receive(Buffer chunk) {
        String text = chunk.toString(StandardCharsets.ISO_8859_1);
        String all = begun == null ? text : begun + text;
        int head = all.indexOf(HEAD_END);
        if (head < 0 || all.length() < head + HEAD_END.length() + length(all, head)) {
            begun = all;
            return;
        }
        begun = null;
        Promise<Boolean> answer = awaited;
        awaited = null;
        // "HTTP/1.1 200 OK"
        boolean applied = all.startsWith("200", 9) && all.indexOf("\"success\":true", head) > 0;
        released.accept(this);
        if (answer != null) {
            answer.complete(applied);
        }
    }

    private static int length(String answer, int head) {
        int at = answer.indexOf(LENGTH);
        if (at < 0 || at > head) {
            at = answer.substring(0, head).toLowerCase(Locale.ROOT).indexOf(LENGTH);
        }
        if (at < 0) {
            throw new IllegalStateException("an answer without a length");
        }
        int end = answer.indexOf('\r', at);
        return Integer.parseInt(answer.substring(at + LENGTH.length(), end).trim());
    }

    private void lose() {
        gone = true;
        if (awaited != null) {
            awaited.tryFail("the connection was closed");
        }
    }
}
