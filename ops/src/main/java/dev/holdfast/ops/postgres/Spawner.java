package dev.holdfast.ops.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts PostgreSQL's programs: as the right user, in a session of their own, with a clean environment. */
final class Spawner {

    /** All that the programs need. Above all not the PG* variables, nor this process's secrets. */
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "TMPDIR");

    private final Privileges privileges;
    private final Path startLog;
    private final boolean setsid = onPath("setsid");

    Spawner(Privileges privileges, Path startLog) {
        this.privileges = privileges;
        this.startLog = startLog;
    }

    /**
     * Starts a program. The process is the program itself: what stands before it in the command line is replaced by it.
     *
     * @throws EmbeddedPostgresException if the program cannot be started
     */
    Process start(List<String> program) {
        List<String> command = new ArrayList<>();
        if (setsid) {
            // Out of the terminal's process group: Ctrl-C would stop the server while lanes still drain. Where setsid
            // is missing (macOS) it does, and what was not answered then is answered with a failure.
            command.add("setsid");
        }
        command.addAll(privileges.prefix());
        command.addAll(program);
        // To a file, not a pipe: the server outlives this process if that is killed, and must not die of a broken pipe.
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(startLog.toFile());
        // A directory that every user can enter.
        builder.directory(new File("/"));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    private static boolean onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }
}
