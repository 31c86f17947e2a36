package dev.holdfast.ledgerapi.testing;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.ledgerapi.server.ApiLimits;
import dev.holdfast.ledgerapi.server.ApiOptions;
import dev.holdfast.ledgerapi.server.ApiServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A server on an engine on a database of its own, until the test class is done. */
public final class RunningApi implements AfterAllCallback {

    private static final long PATIENCE_SECONDS = 60;

    private final TestDatabase database = TestDatabase.migrated();
    private final Vertx vertx = Vertx.vertx();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Engine engine;
    private final ApiServer server;

    private RunningApi(ApiLimits limits, UnaryOperator<EngineOptions> change) {
        engine = await(Engine.start(vertx, change.apply(EngineOptions.of(database.url())), meters));
        ApiOptions options = new ApiOptions("127.0.0.1", 0, ApiOptions.DEFAULT_API_KEY_HEADER, 2, limits);
        server = await(ApiServer.start(vertx, engine, meters, options));
    }

    public static RunningApi start() {
        return start(ApiLimits.DEFAULTS);
    }

    public static RunningApi start(ApiLimits limits) {
        return new RunningApi(limits, UnaryOperator.identity());
    }

    /** With keys that the test knows. */
    public static RunningApi start(CardDoors.Secrets secrets) {
        return new RunningApi(ApiLimits.DEFAULTS, usual -> with(usual, usual.lanes(), secrets));
    }

    /** An engine with one lane and a queue of two. */
    public static RunningApi startNarrow(ApiLimits limits) {
        LaneOptions usual = LaneOptions.DEFAULTS;
        LaneOptions narrow = new LaneOptions(1, 2, 1, usual.batchTimeout(), usual.resolvePatience());
        return new RunningApi(limits, options -> with(options, narrow, options.secrets()));
    }

    private static EngineOptions with(EngineOptions options, LaneOptions lanes, CardDoors.Secrets secrets) {
        return new EngineOptions(options.database(), lanes, options.readConnections(), options.readTimeout(), secrets);
    }

    public int port() {
        return server.port();
    }

    public ApiServer server() {
        return server;
    }

    public Engine engine() {
        return engine;
    }

    public Vertx vertx() {
        return vertx;
    }

    public PrometheusMeterRegistry meters() {
        return meters;
    }

    public TestDatabase database() {
        return database;
    }

    /** A client with the key of a new tenant. */
    public ApiClient newTenant() {
        String key = "key-" + UUID.randomUUID();
        Tenant tenant = await(engine.tenants().create("tenant-" + UUID.randomUUID(), key));
        return new ApiClient(port(), key, tenant);
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("waiting for a future", e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        await(server.close());
        await(engine.close());
        await(vertx.close());
        database.close();
    }
}
