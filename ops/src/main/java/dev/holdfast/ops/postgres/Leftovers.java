package dev.holdfast.ops.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a killed process left running on a cluster. Only who holds the data directory's lock may ask. */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    /** For the checkpoint of a fast stop; beyond it recovery is the quicker way. */
    private static final Duration FAST_STOP = Duration.ofSeconds(20);

    /** Sessions notice the end of their postmaster within moments; what does not is killed. */
    private static final Duration ORPHANS = Duration.ofSeconds(5);

    private Leftovers() {}

    /** Leaves no process on the cluster, and no file that keeps a new server from starting. */
    static void clear(Path cluster) {
        Postmaster.of(cluster).ifPresent(left -> {
            LOG.warn(
                    "PostgreSQL of an earlier run still runs as process {}: stopping it",
                    left.process().pid());
            LOG.info("PostgreSQL of the earlier run {}", left.stop(FAST_STOP));
        });
        List<ProcessHandle> orphans = Postmaster.processesOn(cluster).toList();
        if (!orphans.isEmpty()) {
            LOG.warn("{} sessions of a killed PostgreSQL still run: waiting for their end", orphans.size());
            awaitEnd(orphans);
            orphans.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(orphans);
        }
        removeStalePidFile(cluster);
    }

    /**
     * A process id that has gone to somebody else since would make PostgreSQL refuse to start. In every other case the
     * file stays: PostgreSQL finds in it the shared memory that it must not use twice.
     */
    private static void removeStalePidFile(Path cluster) {
        boolean goneToAnother = Postmaster.recordedProcess(cluster)
                .filter(process -> ServerIdentity.of(process, cluster) == ServerIdentity.SOMETHING_ELSE)
                .isPresent();
        if (!goneToAnother) {
            return;
        }
        try {
            Files.deleteIfExists(Postmaster.pidFile(cluster));
        } catch (IOException e) {
            throw DataDirectoryException.of(cluster, e);
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, ORPHANS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
