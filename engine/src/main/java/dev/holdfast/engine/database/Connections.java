package dev.holdfast.engine.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Opens connections to one database, each kind with the session settings that its work needs. */
public final class Connections {

    /** More than the statements of a flush, so that a flush never waits for its own first answers. */
    private static final int PIPELINING = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Vertx vertx;
    private final DatabaseUrl database;

    public Connections(Vertx vertx, DatabaseUrl database) {
        this.vertx = vertx;
        this.database = database;
    }

    /** Opens a lane's connection, on the calling event loop. */
    public Future<PgConnection> openForLane() {
        return PgConnection.connect(vertx, options(laneSettings()).setPipeliningLimit(PIPELINING))
                .onSuccess(connection ->
                        connection.exceptionHandler(cause -> LOG.warn("lane connection: {}", cause.getMessage())));
    }

    private static Map<String, String> laneSettings() {
        Map<String, String> settings = common("holdfast-lane");
        // An answer means durable. The server may be set otherwise; the ledger is not.
        settings.put("synchronous_commit", "on");
        settings.put("default_transaction_isolation", "read committed");
        planLookUps(settings);
        // A rollback to be sure, after a commit that had failed already, is not worth a warning.
        settings.put("client_min_messages", "error");
        // Locks that a dead process left behind must not outlive the patience of those who wait for them.
        settings.put("lock_timeout", "3s");
        settings.put("statement_timeout", "8s");
        settings.put("idle_in_transaction_session_timeout", "8s");
        settings.put("client_connection_check_interval", "1s");
        return settings;
    }

    /**
     * Every statement is a handful of key look-ups driven by the parameter arrays. Left to itself the planner sees empty
     * tables at start-up, settles for reading whole buckets, and keeps that plan while the tables grow. With these off,
     * what is left is one index look-up per array element.
     */
    private static void planLookUps(Map<String, String> settings) {
        settings.put("plan_cache_mode", "force_generic_plan");
        settings.put("enable_seqscan", "off");
        settings.put("enable_bitmapscan", "off");
        settings.put("enable_hashjoin", "off");
        settings.put("enable_mergejoin", "off");
        settings.put("enable_material", "off");
        settings.put("jit", "off");
    }

    /** Opens a small pool for look-ups that authorizations wait for. */
    public Pool openForLookups() {
        Map<String, String> settings = common("holdfast-lookup");
        settings.put("default_transaction_read_only", "on");
        planLookUps(settings);
        settings.put("statement_timeout", "1s");
        return pool(settings, 2);
    }

    /** Opens a small pool for what is done with card numbers outside of the lanes. */
    public Pool openForCards() {
        Map<String, String> settings = common("holdfast-cards");
        settings.put("synchronous_commit", "on");
        settings.put("statement_timeout", "5s");
        return pool(settings, 2);
    }

    /** Opens a small pool for challenges, each step of which is one short statement that somebody waits for. */
    public Pool openForChallenges() {
        Map<String, String> settings = common("holdfast-challenges");
        // A typed code is counted for good, or not compared.
        settings.put("synchronous_commit", "on");
        settings.put("default_transaction_isolation", "read committed");
        settings.put("statement_timeout", "2s");
        settings.put("idle_in_transaction_session_timeout", "2s");
        return pool(settings, 4);
    }

    /**
     * Opens a pool for reading.
     *
     * @param timeout after which the database ends a statement
     */
    public Pool openForReading(int connections, Duration timeout) {
        Map<String, String> settings = common("holdfast-read");
        settings.put("default_transaction_read_only", "on");
        settings.put("jit", "off");
        settings.put("statement_timeout", timeout.toMillis() + "ms");
        settings.put("idle_in_transaction_session_timeout", timeout.toMillis() + "ms");
        return pool(settings, connections);
    }

    /** Opens a small pool for tenants and keys, which are written seldom. */
    public Pool openForAdministration() {
        Map<String, String> settings = common("holdfast-admin");
        settings.put("statement_timeout", "5s");
        return pool(settings, 2);
    }

    /** Opens a small pool for sending notifications, which waits for nobody and nobody for it. */
    public Pool openForNotifications() {
        Map<String, String> settings = common("holdfast-notify");
        settings.put("jit", "off");
        settings.put("lock_timeout", "3s");
        settings.put("statement_timeout", "5s");
        settings.put("idle_in_transaction_session_timeout", "8s");
        return pool(settings, 3);
    }

    /** Opens a pool of one for verification, which reads everything and so has no time limit. */
    public Pool openForVerification() {
        Map<String, String> settings = common("holdfast-verify");
        settings.put("default_transaction_read_only", "on");
        return pool(settings, 1);
    }

    private Pool pool(Map<String, String> settings, int connections) {
        PoolOptions bounds = new PoolOptions()
                .setMaxSize(connections)
                .setMaxWaitQueueSize(connections * 64)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .connectingTo(options(settings).setCachePreparedStatements(true))
                .with(bounds)
                .using(vertx)
                .build();
    }

    private PgConnectOptions options(Map<String, String> settings) {
        return new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.database())
                .setUser(database.user())
                .setPassword(database.password())
                .setReconnectAttempts(0)
                .setProperties(settings);
    }

    private static Map<String, String> common(String application) {
        Map<String, String> settings = new HashMap<>();
        settings.put("application_name", application);
        settings.put("client_encoding", "utf-8");
        settings.put("DateStyle", "ISO");
        settings.put("TimeZone", "UTC");
        settings.put("extra_float_digits", "2");
        return settings;
    }

    /**
     * Cuts a connection without waiting for what is under way on it, which fails. Closing it in good order would wait
     * for the answers of a server that may never give them; the client has no public call for that, hence its own.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // whoever cuts a connection does not wait for its end
    public static void cut(PgConnection connection) {
        if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase socket) {
            socket.socket().channelHandlerContext().close();
        }
    }
}
