package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An embedded PostgreSQL that belongs to one test, which may stop it, kill it and start it again on the same data and
 * port. Every commit is forced to disk, as in production.
 */
public final class OwnedPostgres implements AutoCloseable {

    private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(60);
    private static final long EXIT_PATIENCE_SECONDS = 20;

    /** The library's own defaults switch the first two off, and a crash then loses committed transactions. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** For tests that care for the rows only while the server lives. */
    private static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private final Path data;
    private final int port;
    private final Map<String, String> durability;
    private @Nullable EmbeddedPostgres server;

    private OwnedPostgres(Path data, Map<String, String> durability) {
        this.data = data;
        this.durability = durability;
        this.port = freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "postgres-stop"));
    }

    /** Starts a server on a new data directory, which closing deletes. */
    public static OwnedPostgres start() {
        try {
            OwnedPostgres postgres = new OwnedPostgres(Files.createTempDirectory("holdfast-owned-postgres"), DURABLE);
            postgres.restart();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OwnedPostgres quickAndForgetful(Path data) {
        OwnedPostgres postgres = new OwnedPostgres(data, FORGETFUL);
        postgres.restart();
        return postgres;
    }

    public DatabaseUrl url() {
        return new DatabaseUrl("127.0.0.1", port, "postgres", "postgres", "postgres");
    }

    /** Starts the server after {@link #stop()} or {@link #kill9()}, on the same data and port. */
    public synchronized void restart() {
        if (server != null) {
            throw new IllegalStateException("the server is running");
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_PATIENCE)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .setLocaleConfig("locale", "C");
        durability.forEach(builder::setServerConfig);
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shuts the server down in order; clients are cut off. */
    public synchronized void stop() {
        closeServer();
    }

    /** Ends the server and its children with SIGKILL, and returns when all are gone. */
    public synchronized void kill9() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitExit(postmaster);
        children.forEach(OwnedPostgres::awaitExit);
        closeServer();
    }

    /** The first line of {@code postmaster.pid} is the server's process id. */
    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().trim());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitExit(ProcessHandle process) {
        try {
            process.onExit().get(EXIT_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("process " + process.pid() + " did not end", e);
        }
    }

    private void closeServer() {
        EmbeddedPostgres running = server;
        server = null;
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closeServer();
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
