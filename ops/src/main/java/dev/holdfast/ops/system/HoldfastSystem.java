package dev.holdfast.ops.system;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.door.Iso8583Door;
import dev.holdfast.engine.door.StandInFile;
import dev.holdfast.engine.hsm.Hsm;
import dev.holdfast.engine.link.LinkOptions;
import dev.holdfast.engine.link.LinkPorts;
import dev.holdfast.engine.link.LinkServer;
import dev.holdfast.engine.link.Listener;
import dev.holdfast.ledgerapi.management.ManagementServer;
import dev.holdfast.ledgerapi.server.ApiOptions;
import dev.holdfast.ledgerapi.server.ApiServer;
import dev.holdfast.ops.configuration.Setting;
import dev.holdfast.ops.keys.KeyDirectory;
import dev.holdfast.ops.keys.KeyWatch;
import dev.holdfast.ops.postgres.EmbeddedPostgres;
import dev.holdfast.ops.system.DatabaseChoice.Embedded;
import dev.holdfast.ops.system.DatabaseChoice.Ephemeral;
import dev.holdfast.ops.system.DatabaseChoice.Given;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.SystemOptions.Address;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A Holdfast that runs in this process, from the database to the listeners. */
public final class HoldfastSystem implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** Kept back from the lanes' draining for an embedded PostgreSQL, whose stop is bounded itself. */
    private static final Duration DATABASE_SHARE = Duration.ofSeconds(3);

    /** What the forced ways to stop PostgreSQL may take once its patience is over. */
    private static final Duration FORCE_SHARE = Duration.ofSeconds(2);

    private final SystemOptions options;
    private final Teardown teardown = new Teardown();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CompletableFuture<Void> databaseLost = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile @Nullable Engine running;
    private volatile @Nullable Parts parts;

    /** Everything that is there once the system has started. */
    private volatile @Nullable Hsm hsm;

    private record Parts(DatabaseUrl database, Engine engine, Address api, Address management, Address link) {}

    /** A system that is still to be started. */
    public HoldfastSystem(SystemOptions options) {
        this.options = options;
    }

    /**
     * Starts a system. If that fails, nothing is left running.
     *
     * @throws StartException or {@link dev.holdfast.ops.postgres.EmbeddedPostgresException} with the reason
     */
    public static HoldfastSystem start(SystemOptions options) {
        HoldfastSystem system = new HoldfastSystem(options);
        system.start();
        return system;
    }

    /** What starting does that takes its time. */
    public enum StartStep {
        DATABASE,
        SCHEMA,
        LANES,
        API
    }

    /** Starts everything, in order; see {@link #start(SystemOptions)}. Once only. */
    public void start() {
        start(step -> {});
    }

    /**
     * The same, for somebody who watches.
     *
     * @param begins told of each step before it begins
     */
    public void start(Consumer<StartStep> begins) {
        try {
            Supplier<DatabaseUrl> databaseStart = takeDatabase();
            Vertx vertx = VertxInstance.make();
            teardown.add("Vert.x", remaining -> closing(remaining).forResult(vertx.close(), "closing Vert.x"));
            teardown.add("JVM metrics", JvmMetrics.bindTo(meters));
            options.doors()
                    .link()
                    .listeners()
                    .forEach(listener -> listener.tls().ifPresent(tls -> TlsFiles.require(vertx, tls)));
            // Before the database, whose recovery may take a while: alive, and not ready.
            Address management = startManagement(vertx);
            begins.accept(StartStep.DATABASE);
            DatabaseUrl database = databaseStart.get();
            begins.accept(StartStep.SCHEMA);
            Schema.migrate(database);
            begins.accept(StartStep.LANES);
            Engine engine = startEngine(vertx, database);
            teardown.add(
                    "invariant watch",
                    InvariantWatch.begin(vertx, engine, options.times().invariantInterval()));
            begins.accept(StartStep.API);
            Address api = startApi(vertx, engine);
            Address link = startLink(vertx, engine);
            parts = new Parts(database, engine, api, management, link);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Takes an embedded database's directory, so that a second process is told at once; returns how to start it. */
    private Supplier<DatabaseUrl> takeDatabase() {
        DatabaseChoice choice = options.database();
        if (choice instanceof Given given) {
            return given::url;
        }
        EmbeddedPostgres postgres = choice instanceof Ephemeral ephemeral
                ? EmbeddedPostgres.ephemeral(ephemeral.options())
                : EmbeddedPostgres.take(((Embedded) choice).options());
        teardown.add("PostgreSQL", remaining -> postgres.close(lessThan(remaining, FORCE_SHARE)));
        return () -> postgres.start(() -> databaseLost.complete(null));
    }

    private Engine startEngine(Vertx vertx, DatabaseUrl database) {
        Waiting starting = new Waiting(Part.DATABASE, START_LIMIT);
        EngineOptions engineOptions = engineOptions(vertx, database);
        this.hsm = engineOptions.secrets().hsm();
        Engine engine = starting.forResult(Engine.start(vertx, engineOptions, meters), "connecting the lanes");
        teardown.add(
                "engine",
                remaining ->
                        closing(lessThan(remaining, DATABASE_SHARE)).forResult(engine.close(), "draining the lanes"));
        FirstTenant.ensure(engine.tenants(), options.bootstrapApiKey(), starting);
        this.running = engine;
        return engine;
    }

    private EngineOptions engineOptions(Vertx vertx, DatabaseUrl database) {
        if (options.database() instanceof Ephemeral) {
            return options.engine().onEphemeral(database);
        }
        KeyDirectory keys = new KeyDirectory(options.engine().keys());
        CardDoors.Secrets secrets = keys.open();
        Runnable end = KeyWatch.begin(vertx, keys, secrets.keys());
        teardown.add("key watch", remaining -> end.run());
        return options.engine().on(database, secrets);
    }

    private Address startManagement(Vertx vertx) {
        Address wanted = options.management();
        ManagementServer server = listening(Setting.HOLDFAST_MANAGEMENT_PORT)
                .forListener(ManagementServer.start(vertx, meters, this::ready, wanted.host(), wanted.port()), wanted);
        teardown.add(
                "management listener",
                remaining -> closing(remaining).forResult(server.close(), "closing the listener"));
        return new Address(wanted.host(), server.port());
    }

    private Address startApi(Vertx vertx, Engine engine) {
        ApiOptions api = options.doors().api();
        Address wanted = new Address(api.host(), api.port());
        ApiServer server =
                listening(Setting.HOLDFAST_HTTP_PORT).forListener(ApiServer.start(vertx, engine, meters, api), wanted);
        teardown.add(
                "API",
                remaining -> closing(lessThan(remaining, DATABASE_SHARE))
                        .forResult(server.close(), "answering the last requests"));
        return new Address(wanted.host(), server.port());
    }

    private Address startLink(Vertx vertx, Engine engine) {
        LinkPorts ports = new LinkPorts(new Iso8583Door(engine.networkHost()), new StandInFile(engine.fileUpdates()));
        LinkOptions link = options.doors().link();
        Listener first = link.listeners().get(0);
        Address wanted = new Address(first.host(), first.port());
        LinkServer server = listening(Setting.HOLDFAST_ISO8583_PORT)
                .forListener(LinkServer.start(vertx, link, ports, meters, Clock.systemUTC()), wanted);
        teardown.add(
                "link",
                remaining -> closing(lessThan(remaining, DATABASE_SHARE))
                        .forResult(server.close(), "answering the last card messages"));
        return new Address(first.host(), server.ports().get(0));
    }

    private static Listening listening(Setting port) {
        return new Listening(new Waiting(Part.LISTENER, START_LIMIT), port);
    }

    private boolean ready() {
        Engine engine = running;
        return !stopping && engine != null && engine.ready();
    }

    private static Waiting closing(Duration limit) {
        return new Waiting(Part.LISTENER, limit);
    }

    private static Duration lessThan(Duration remaining, Duration keptBack) {
        Duration rest = remaining.minus(keptBack);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Where the API listens. */
    public Address api() {
        return parts().api();
    }

    /** Where card networks are listened for. */
    public Address link() {
        return parts().link();
    }

    /** Where the management listener listens. */
    public Address management() {
        return parts().management();
    }

    public DatabaseUrl database() {
        return parts().database();
    }

    public Engine engine() {
        return parts().engine();
    }

    /**
     * The security module that the engine uses.
     *
     * @throws IllegalStateException before the start
     */
    public Hsm hsm() {
        Hsm started = hsm;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    public PrometheusMeterRegistry meters() {
        return meters;
    }

    /** Completes if an embedded PostgreSQL has gone for good. */
    public CompletableFuture<Void> databaseLost() {
        return databaseLost.copy();
    }

    private Parts parts() {
        Parts started = parts;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    /** Readiness off, no more requests, lanes drained, everything closed, within the shutdown time. Safe to repeat. */
    @Override
    public void close() {
        stopping = true;
        teardown.run(options.times().shutdown());
    }
}
