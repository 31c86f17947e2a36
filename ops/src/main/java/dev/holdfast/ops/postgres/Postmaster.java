package dev.holdfast.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A running server of one cluster, as its {@code postmaster.pid} names it.
 *
 * @param process proven to be that server
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {

    /** Lines of {@code postmaster.pid}, counted from 0. */
    private static final int PID_LINE = 0;

    private static final int PORT_LINE = 3;

    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    /** PostgreSQL's names for its ways to stop, and the signals that ask for them. */
    enum Stop {
        /** Ends sessions, writes a checkpoint. */
        FAST("INT"),
        /** Ends at once; the next start recovers from the log. Nothing committed is lost. */
        IMMEDIATE("QUIT");

        private final String signal;

        Stop(String signal) {
            this.signal = signal;
        }
    }

    /** The server that runs on this cluster, whoever started it. */
    static Optional<Postmaster> of(Path cluster) {
        return recordedProcess(cluster)
                .filter(process -> ServerIdentity.of(process, cluster) == ServerIdentity.THIS_CLUSTER)
                .flatMap(process -> number(cluster, PORT_LINE).map(port -> new Postmaster(process, (int) (long) port)));
    }

    /** The process that now has the id in {@code postmaster.pid}: the server, or after a crash anybody. */
    static Optional<ProcessHandle> recordedProcess(Path cluster) {
        return number(cluster, PID_LINE).flatMap(ProcessHandle::of);
    }

    private static Optional<Long> number(Path cluster, int line) {
        List<String> lines = lines(cluster);
        if (lines.size() <= line) {
            return Optional.empty();
        }
        String digits = lines.get(line).strip();
        return digits.matches("\\d{1,10}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static List<String> lines(Path cluster) {
        try {
            return Files.readAllLines(pidFile(cluster));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw DataDirectoryException.of(cluster, e);
        }
    }

    static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** All processes of servers of this cluster, also those that outlived their postmaster. */
    static Stream<ProcessHandle> processesOn(Path cluster) {
        return ProcessHandle.allProcesses()
                .filter(process -> ServerIdentity.of(process, cluster) == ServerIdentity.THIS_CLUSTER);
    }

    /**
     * Stops the server: fast, and what has not ended after that time immediately, and then by force.
     *
     * @return how it went, for the log
     */
    String stop(Duration patience) {
        if (ends(Stop.FAST, patience)) {
            return "stopped";
        }
        if (ends(Stop.IMMEDIATE, LAST_WAIT)) {
            return "stopped without a checkpoint; the next start recovers from the log";
        }
        process.destroyForcibly();
        awaitEnd(LAST_WAIT);
        return "killed; the next start recovers from the log";
    }

    private boolean ends(Stop way, Duration patience) {
        signal(way);
        return awaitEnd(patience);
    }

    private void signal(Stop way) {
        try {
            // Java itself can send no other signals than TERM, which waits for clients for ever, and KILL.
            new ProcessBuilder("kill", "-" + way.signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL cannot be signalled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process cannot fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
