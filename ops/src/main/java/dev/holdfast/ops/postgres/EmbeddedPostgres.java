package dev.holdfast.ops.postgres;

import dev.holdfast.engine.database.DatabaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server that lives as long as its owner. Taking it takes the data directory; {@link #start} makes and
 * starts what is needed; {@link #close} may be called at any time from any thread, also while it starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** For the checkpoint of a clean stop; what takes longer is left to the next start's recovery. */
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(5);

    private final PostgresOptions options;
    private final DataDirectory data;
    private final boolean ephemeral;
    private final Server server;

    private EmbeddedPostgres(PostgresOptions options, boolean ephemeral) {
        this.options = options;
        this.ephemeral = ephemeral;
        this.data = DataDirectory.take(options.dataDirectory());
        this.server = new Server(data, options);
    }

    /**
     * Takes the data directory that the options name.
     *
     * @throws DataDirectoryException if another process has it, or it cannot be written
     */
    public static EmbeddedPostgres take(PostgresOptions options) {
        return new EmbeddedPostgres(options, false);
    }

    /** Takes a new data directory that {@link #close} deletes. */
    public static EmbeddedPostgres ephemeral(PostgresOptions options) {
        return new EmbeddedPostgres(options.withDataDirectory(EphemeralDirectory.make(options.cacheDirectory())), true);
    }

    /** The database of the server that some process runs on this data directory right now. */
    public static Optional<DatabaseUrl> running(Path dataDirectory) {
        return Postmaster.of(DataDirectory.cluster(dataDirectory))
                .map(postmaster ->
                        Sessions.url(postmaster.port(), Cluster.readPassword(DataDirectory.password(dataDirectory))));
    }

    /**
     * Insists that a data directory has data.
     *
     * @throws DataDirectoryException if it has none
     */
    public static void requireData(Path dataDirectory) {
        if (Files.notExists(DataDirectory.cluster(dataDirectory))) {
            throw new DataDirectoryException("there is no database in the data directory " + dataDirectory, null);
        }
    }

    /**
     * Starts the server, recovering what an earlier one left, and makes the ledger's database.
     *
     * @param lost called if the server has gone and does not come back
     * @throws EmbeddedPostgresException if it cannot be started, or is closed meanwhile
     */
    public DatabaseUrl start(Runnable lost) {
        Programs programs = Programs.in(options.cacheDirectory());
        Privileges privileges = Privileges.choose();
        Leftovers.clear(data.cluster());
        DatabaseUrl url = server.start(programs, privileges);
        LOG.info("PostgreSQL listens on {} {}, data in {}", url.port(), privileges.description(), data.root());
        new Watch(server, lost).begin();
        return url;
    }

    /** Where the data is. */
    public Path dataDirectory() {
        return data.root();
    }

    @Override
    public void close() {
        close(DEFAULT_PATIENCE);
    }

    /**
     * Stops the server and gives the data directory back.
     *
     * @param patience for a clean stop; after it the server is stopped without a checkpoint, which loses nothing
     */
    public void close(Duration patience) {
        server.stop(patience);
        if (ephemeral) {
            try {
                FileTree.delete(data.root());
            } catch (IOException e) {
                LOG.warn("{} cannot be removed: {}", data.root(), e.getMessage());
            }
        }
        data.close();
    }
}
