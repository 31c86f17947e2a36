package dev.holdfast.ledgerapi.server;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

/** One listener on one event loop; several share the port, and Vert.x spreads connections over them. */
final class ApiInstance extends VerticleBase {

    /** How often late connections are looked for; the precision of the body and idle timeouts. */
    private static final long SWEEP_MILLIS = 500;

    private static final int MAX_REQUEST_LINE = 4096;
    private static final int MAX_HEADERS = 8192;

    private final RequestHandler.Face face;
    private final ApiOptions options;
    private final int port;
    private @Nullable HttpServer server;

    /**
     * @param port as Vert.x takes it: a negative number is a free port, the same for all that give the same number
     */
    ApiInstance(RequestHandler.Face face, ApiOptions options, int port) {
        this.face = face;
        this.options = options;
        this.port = port;
    }

    @Override
    public Future<?> start() {
        Connections connections = new Connections(options.limits(), face.metrics());
        RequestHandler handler = new RequestHandler(face, connections, context);
        HttpServer created = vertx.createHttpServer(new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setHandle100ContinueAutomatically(true)
                .setTcpNoDelay(true));
        server = created;
        vertx.setPeriodic(SWEEP_MILLIS, tick -> connections.sweep());
        return created.connectionHandler(connections::opened)
                .requestHandler(ApiRouter.of(vertx, handler))
                .invalidRequestHandler(handler::handleInvalid)
                .listen(port, options.host());
    }

    int actualPort() {
        HttpServer started = server;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started.actualPort();
    }

    @Override
    public Future<?> stop() {
        HttpServer started = server;
        return started == null
                ? Future.succeededFuture()
                : started.shutdown(options.limits().drainTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
