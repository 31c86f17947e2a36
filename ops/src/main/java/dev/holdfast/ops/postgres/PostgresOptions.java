package dev.holdfast.ops.postgres;

import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.configuration.Setting;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how to run an embedded PostgreSQL.
 *
 * @param dataDirectory holds the cluster; made if it is not there
 * @param cacheDirectory holds the unpacked programs and the clusters that are to be thrown away
 * @param port on loopback; 0 picks a free one
 * @param sharedBuffersMb in MiB; 0 chooses from the machine's memory
 * @param startTimeout for a start, recovery included
 */
public record PostgresOptions(
        Path dataDirectory, Path cacheDirectory, int port, int sharedBuffersMb, Duration startTimeout) {

    public static PostgresOptions of(Configuration configuration) {
        return new PostgresOptions(
                configuration.directory(Setting.HOLDFAST_DATA_DIR),
                configuration.directory(Setting.HOLDFAST_CACHE_DIR),
                configuration.whole(Setting.HOLDFAST_POSTGRES_PORT),
                configuration.whole(Setting.HOLDFAST_POSTGRES_SHARED_BUFFERS_MB),
                configuration.duration(Setting.HOLDFAST_POSTGRES_START_TIMEOUT));
    }

    PostgresOptions withDataDirectory(Path other) {
        return new PostgresOptions(other, cacheDirectory, port, sharedBuffersMb, startTimeout);
    }
}
