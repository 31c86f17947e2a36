package dev.holdfast.ledgerapi.server;

import dev.holdfast.engine.Engine;
import dev.holdfast.ledgerapi.auth.Authentication;
import dev.holdfast.ledgerapi.docs.Docs;
import dev.holdfast.ledgerapi.token.SigningKeysRoute;
import dev.holdfast.ledgerapi.token.TokenRoute;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The running HTTP face. */
public final class ApiServer {

    /** Vert.x shares a free port among listeners that ask for the same negative number; each server has its own. */
    private static final AtomicInteger FREE_PORT = new AtomicInteger(-1);

    private final Vertx vertx;
    private final String deployment;
    private final int port;

    private ApiServer(Vertx vertx, String deployment, int port) {
        this.vertx = vertx;
        this.deployment = deployment;
        this.port = port;
    }

    /** Listens and serves. Fails if the port is taken. */
    public static Future<ApiServer> start(Vertx vertx, Engine engine, MeterRegistry meters, ApiOptions options) {
        RequestHandler.Face face = new RequestHandler.Face(
                new Authentication(engine.tenants(), engine.tokens(), options.apiKeyHeader()),
                new Routes(engine),
                new PublicDoor(new Docs(), new TokenRoute(engine.tokens()), new SigningKeysRoute(engine.signingKeys())),
                new HttpMetrics(meters),
                new RequestIds());
        int port = options.port() == 0 ? FREE_PORT.getAndDecrement() : options.port();
        List<ApiInstance> instances = new CopyOnWriteArrayList<>();
        return vertx.deployVerticle(
                        () -> {
                            ApiInstance instance = new ApiInstance(face, options, port);
                            instances.add(instance);
                            return instance;
                        },
                        new DeploymentOptions().setInstances(options.instances()))
                .map(id -> new ApiServer(vertx, id, instances.get(0).actualPort()));
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Stops accepting, answers the requests in flight, and closes; bounded by {@link ApiLimits#drainTimeout()}. */
    public Future<Void> close() {
        return vertx.undeploy(deployment);
    }
}
