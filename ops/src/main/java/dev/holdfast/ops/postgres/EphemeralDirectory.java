package dev.holdfast.ops.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Data directories to be thrown away. They lie in the cache directory, not in the system's temporary one, which may be in
 * memory and would make every figure about durable writes a lie.
 */
final class EphemeralDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(EphemeralDirectory.class);

    /** Between its creation and its lock a directory must not be taken for abandoned. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int MAX_SWEPT = 100;

    private EphemeralDirectory() {}

    /** Makes a new one, after removing those whose processes were killed. */
    static Path make(Path cacheDirectory) {
        Path parent = cacheDirectory.resolve("ephemeral");
        try {
            Files.createDirectories(parent);
            sweep(parent);
            Path made = Files.createTempDirectory(parent, "data-");
            // PostgreSQL may have to enter it as another user (see Privileges); the cluster itself stays closed.
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
            return made;
        } catch (IOException e) {
            throw DataDirectoryException.of(parent, e);
        }
    }

    private static void sweep(Path parent) throws IOException {
        Instant before = Instant.now().minus(GRACE);
        List<Path> candidates;
        try (Stream<Path> children = Files.list(parent)) {
            candidates = children.limit(MAX_SWEPT).toList();
        }
        for (Path candidate : candidates) {
            if (Files.getLastModifiedTime(candidate).toInstant().isBefore(before)) {
                removeIfAbandoned(candidate);
            }
        }
    }

    private static void removeIfAbandoned(Path directory) {
        try (DataDirectory abandoned = DataDirectory.take(directory)) {
            Leftovers.clear(abandoned.cluster());
            FileTree.delete(directory);
            LOG.info("removed {}, left by a process that was killed", directory);
        } catch (DataDirectoryException e) {
            LOG.debug("{} stays: it is in use or not ours", directory);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", directory, e.getMessage());
        }
    }
}
