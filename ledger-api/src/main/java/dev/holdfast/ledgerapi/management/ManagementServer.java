package dev.holdfast.ledgerapi.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;

/** Serves health and metrics on a port of its own. */
public final class ManagementServer {

    private static final int IDLE_SECONDS = 75;
    private static final String TEXT = "text/plain; charset=utf-8";

    /** Prometheus text exposition format 0.0.4. */
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final PrometheusMeterRegistry registry;
    private final BooleanSupplier ready;
    private final HttpServer server;
    private @Nullable Future<String> scrape;

    private ManagementServer(Vertx vertx, PrometheusMeterRegistry registry, BooleanSupplier ready) {
        this.vertx = vertx;
        this.registry = registry;
        this.ready = ready;
        this.server = vertx.createHttpServer(
                new HttpServerOptions().setHttp2ClearTextEnabled(false).setIdleTimeout(IDLE_SECONDS));
        server.requestHandler(this::handle);
    }

    /**
     * Listens and serves. Fails if the port is taken.
     *
     * @param port 0 for a free one
     * @param ready whether the process should get traffic; asked on an event loop, so it must not block
     */
    public static Future<ManagementServer> start(
            Vertx vertx, PrometheusMeterRegistry registry, BooleanSupplier ready, String host, int port) {
        ManagementServer management = new ManagementServer(vertx, registry, ready);
        return management.server.listen(port, host).map(listening -> management);
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return server.close();
    }

    private void handle(HttpServerRequest request) {
        if (!request.method().name().equals("GET")) {
            request.response().putHeader("Allow", "GET");
            answer(request, 405, "method not allowed\n");
            return;
        }
        switch (request.path()) {
            case "/health/live" -> answer(request, 200, "live\n");
            case "/health/ready" -> answerReady(request);
            case "/metrics" -> answerMetrics(request);
            default -> answer(request, 404, "not found\n");
        }
    }

    private void answerReady(HttpServerRequest request) {
        boolean now = ready.getAsBoolean();
        answer(request, now ? 200 : 503, now ? "ready\n" : "not ready\n");
    }

    private void answerMetrics(HttpServerRequest request) {
        scrape().onComplete(result -> {
            if (result.succeeded()) {
                request.response().putHeader("Content-Type", METRICS_TYPE).end(result.result());
            } else {
                answer(request, 500, "the scrape failed\n");
            }
        });
    }

    private synchronized Future<String> scrape() {
        Future<String> running = scrape;
        if (running == null || running.isComplete()) {
            running = vertx.executeBlocking(() -> registry.scrape(), false);
            scrape = running;
        }
        return running;
    }

    private static void answer(HttpServerRequest request, int status, String text) {
        request.response().setStatusCode(status).putHeader("Content-Type", TEXT).end(text);
    }
}
