package dev.holdfast.ledgerapi.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import static dev.holdfast.ledgerapi.testing.RunningApi.await;

/** A tenant's server that answers as it is told, and remembers what it was asked. */
final class ScriptedTenant implements AutoCloseable {

    /** One request, as it came. */
    record Asked(HttpMethod method, String path, String key, String body) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<HttpServerRequest>> script = new ArrayDeque<>();

    ScriptedTenant(Vertx vertx) {
        server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    asked.add(new Asked(request.method(), request.path(), request.getHeader("X-Key"), body.toString()));
                    next().accept(request);
                }))
                .listen(0, "127.0.0.1"));
    }

    private Consumer<HttpServerRequest> next() {
        synchronized (script) {
            Consumer<HttpServerRequest> first = script.poll();
            return first == null
                    ? request -> request.response().setStatusCode(500).end()
                    : first;
        }
    }

    ScriptedTenant then(Consumer<HttpServerRequest> answer) {
        synchronized (script) {
            script.add(answer);
        }
        return this;
    }

    ScriptedTenant then(int status, String body) {
        return then(request -> request.response().setStatusCode(status).end(Buffer.buffer(body)));
    }

    List<Asked> asked() {
        return asked;
    }

    URI place(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    @Override
    public void close() {
        await(server.close());
    }
}
