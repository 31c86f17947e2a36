package dev.holdfast.ops.postgres;

import dev.holdfast.engine.database.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server process of one data directory: started, started again, stopped. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** A free port may be taken by another process before the server has it. */
    private static final int PORT_ATTEMPTS = 5;

    private static final Duration POLL = Duration.ofMillis(50);

    private static final String INVALID_AUTHORIZATION = "28";

    private final DataDirectory data;
    private final PostgresOptions options;
    private volatile boolean stopping;
    private @Nullable Process process;
    private @Nullable Programs programs;
    private @Nullable Spawner spawner;
    private int port;

    Server(DataDirectory data, PostgresOptions options) {
        this.data = data;
        this.options = options;
    }

    /** Makes the cluster if there is none, and starts the server. */
    DatabaseUrl start(Programs unpacked, Privileges privileges) {
        Spawner spawning = new Spawner(privileges, data.startLog());
        synchronized (this) {
            this.programs = unpacked;
            this.spawner = spawning;
        }
        Cluster.ensure(data, unpacked, privileges, this::runToEnd);
        for (int attempt = 1; ; attempt++) {
            int candidate = options.port() == 0 ? freePort() : options.port();
            try {
                return startOn(candidate);
            } catch (EmbeddedPostgresException e) {
                boolean portTaken = String.valueOf(e.getMessage()).contains("could not create any TCP/IP sockets");
                if (portTaken && options.port() != 0) {
                    throw new EmbeddedPostgresException(
                            "PostgreSQL cannot listen on port " + candidate + ", which HOLDFAST_POSTGRES_PORT names",
                            e);
                }
                if (!portTaken || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
                LOG.info("port {} was taken meanwhile; trying another", candidate);
            }
        }
    }

    /** Starts the server again on the port it had, after it has ended by itself. */
    void startAgain() {
        Leftovers.clear(data.cluster());
        startOn(port);
    }

    private DatabaseUrl startOn(int candidate) {
        List<String> command = new ArrayList<>();
        command.add(programs().postgres().toString());
        command.add("-D");
        command.add(data.cluster().toString());
        command.addAll(ServerSettings.arguments(candidate, options.sharedBuffersMb()));
        Process started = spawn(command);
        port = candidate;
        DatabaseUrl url = Sessions.url(candidate, Cluster.readPassword(data.password()));
        awaitDatabase(started, url);
        return url;
    }

    private void awaitDatabase(Process started, DatabaseUrl url) {
        long limit = System.nanoTime() + options.startTimeout().toNanos();
        while (true) {
            try {
                Sessions.ensureDatabase(url);
                return;
            } catch (SQLException e) {
                // Not yet, unless the server knows us and refuses.
                if (String.valueOf(e.getSQLState()).startsWith(INVALID_AUTHORIZATION)) {
                    throw new DataDirectoryException(
                            "the password in " + data.password() + " is not that of the cluster beside it", e);
                }
                if (System.nanoTime() > limit) {
                    throw new EmbeddedPostgresException(
                            "PostgreSQL did not start within " + options.startTimeout() + ": " + e.getMessage(), e);
                }
            }
            if (ended(started, POLL)) {
                throw failed("PostgreSQL did not start");
            }
        }
    }

    private void runToEnd(List<String> command) {
        Process started = spawn(command);
        if (!ended(started, options.startTimeout())) {
            started.destroyForcibly();
            throw failed(command.get(0) + " did not end within " + options.startTimeout());
        }
        if (started.exitValue() != 0) {
            throw failed("the database cluster could not be made");
        }
    }

    private EmbeddedPostgresException failed(String what) {
        return new EmbeddedPostgresException(
                stopping
                        ? what + ": it is being stopped"
                        : what + ": "
                                + StartLog.cause(data.startLog(), data.cluster().resolve("log")),
                null);
    }

    private synchronized Process spawn(List<String> command) {
        if (stopping || spawner == null) {
            throw new EmbeddedPostgresException("PostgreSQL is being stopped", null);
        }
        process = spawner.start(command);
        return process;
    }

    private synchronized Programs programs() {
        if (programs == null) {
            throw new IllegalStateException("not started");
        }
        return programs;
    }

    /** Waits for the end of the running process, if there is one. */
    void awaitEnd() throws InterruptedException {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running != null) {
            running.waitFor();
        }
    }

    boolean stopping() {
        return stopping;
    }

    /** Stops whatever runs and lets nothing start any more. */
    void stop(Duration patience) {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null && running.isAlive()) {
            LOG.info("PostgreSQL {}", new Postmaster(running.toHandle(), port).stop(patience));
        }
    }

    private static boolean ended(Process started, Duration patience) {
        try {
            return started.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while PostgreSQL starts", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("no free port on loopback: " + e.getMessage(), e);
        }
    }
}
