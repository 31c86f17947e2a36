package dev.holdfast.ops.system;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.postgres.EmbeddedPostgres;
import dev.holdfast.ops.postgres.PostgresOptions;
import org.jspecify.annotations.Nullable;

/**
 * The configured database, for a command that uses it for a while. An embedded one that a server runs at the moment is
 * shared with it; one that nobody runs is started, and stopped again by {@link #close}.
 */
public final class OpenDatabase implements AutoCloseable {

    private final @Nullable EmbeddedPostgres postgres;
    private @Nullable DatabaseUrl url;

    private OpenDatabase(@Nullable EmbeddedPostgres postgres, @Nullable DatabaseUrl url) {
        this.postgres = postgres;
        this.url = url;
    }

    /** Finds the database, and takes its data directory if it is to be started. */
    public static OpenDatabase of(Configuration configuration) {
        DatabaseUrl given = configuration.database().orElse(null);
        if (given != null) {
            return new OpenDatabase(null, given);
        }
        PostgresOptions options = PostgresOptions.of(configuration);
        DatabaseUrl running = EmbeddedPostgres.running(options.dataDirectory()).orElse(null);
        return running != null
                ? new OpenDatabase(null, running)
                : new OpenDatabase(EmbeddedPostgres.take(options), null);
    }

    /**
     * The same, for a command that needs data to be there.
     *
     * @throws dev.holdfast.ops.postgres.DataDirectoryException if the data directory holds none
     */
    public static OpenDatabase ofExisting(Configuration configuration) {
        if (configuration.database().isEmpty()) {
            EmbeddedPostgres.requireData(PostgresOptions.of(configuration).dataDirectory());
        }
        return of(configuration);
    }

    /** One that somebody else runs. */
    public static OpenDatabase given(DatabaseUrl url) {
        return new OpenDatabase(null, url);
    }

    /** A new one that is thrown away when it is closed. */
    public static OpenDatabase ephemeral(Configuration configuration) {
        return new OpenDatabase(EmbeddedPostgres.ephemeral(PostgresOptions.of(configuration)), null);
    }

    /** Starts the database, if that is needed. */
    public void start() {
        if (postgres != null) {
            url = postgres.start(() -> {});
        }
    }

    /** Where it is, once started. */
    public DatabaseUrl url() {
        DatabaseUrl known = url;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }

    @Override
    public void close() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
