package dev.holdfast.engine.notification;

import dev.holdfast.engine.testing.Await;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A tenant's receiver, which does with a request what it is told. Keeps what it has got, answered or not. */
final class TestReceiver implements AutoCloseable {

    record Received(String path, MultiMap headers, String body) {

        String id() {
            return headers.get(Signature.ID);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Consumer<HttpServerRequest> manner = answering(200);

    TestReceiver() {
        this.server = Await.on(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.add(new Received(request.path(), request.headers(), body.toString()));
                    manner.accept(request);
                }))
                .listen(0, "127.0.0.1"));
    }

    static Consumer<HttpServerRequest> answering(int status) {
        return request -> request.response().setStatusCode(status).end();
    }

    static Consumer<HttpServerRequest> answering(int status, String header, String value) {
        return request -> request.response()
                .setStatusCode(status)
                .putHeader(header, value)
                .end();
    }

    static Consumer<HttpServerRequest> hanging() {
        return request -> {};
    }

    static Consumer<HttpServerRequest> closing() {
        return request -> request.connection().close();
    }

    /** Says 200 at once and never ends what comes after it. */
    Consumer<HttpServerRequest> dripping() {
        return request -> {
            request.response().setChunked(true).write("x");
            long timer = vertx.setPeriodic(5, id -> request.response().write("x"));
            request.connection().closeHandler(gone -> vertx.cancelTimer(timer));
        };
    }

    void doing(Consumer<HttpServerRequest> next) {
        manner = next;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/hook?of=tenant";
    }

    String url(String host) {
        return "http://" + host + ":" + server.actualPort() + "/hook";
    }

    List<Received> received() {
        return received;
    }

    List<String> bodies() {
        return received.stream().map(Received::body).toList();
    }

    void forget() {
        received.clear();
    }

    @Override
    public void close() {
        Await.on(vertx.close());
    }
}
