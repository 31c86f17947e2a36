package dev.holdfast.ops.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process is to a cluster. A process id alone proves nothing: it may have been given to another process since.
 *
 * <p>PostgreSQL makes the cluster its working directory, which Linux shows to whoever may trace the process. To others,
 * and on other systems, the postmaster's command line names the cluster.
 */
enum ServerIdentity {
    /** PostgreSQL on this cluster: the postmaster, or one of its sessions. */
    THIS_CLUSTER,
    SOMETHING_ELSE,
    /** The system does not show enough of it. */
    UNKNOWN;

    static ServerIdentity of(ProcessHandle process, Path cluster) {
        List<String> arguments = arguments(process);
        if (arguments.isEmpty()) {
            return UNKNOWN;
        }
        String program = arguments.get(0);
        // A session shows itself as "postgres: user database ...".
        boolean postgres = Path.of(program).endsWith("postgres") || program.startsWith("postgres:");
        if (!postgres) {
            return SOMETHING_ELSE;
        }
        boolean named = arguments.contains(cluster.toString());
        return named || worksIn(process, cluster) ? THIS_CLUSTER : SOMETHING_ELSE;
    }

    private static boolean worksIn(ProcessHandle process, Path cluster) {
        try {
            Path working = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            return working.equals(cluster.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** The program and its arguments; empty if they cannot be known. */
    private static List<String> arguments(ProcessHandle process) {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            String joined = new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8);
            return joined.isEmpty() ? List.of() : List.of(joined.split("\0"));
        } catch (IOException e) {
            String[] arguments = process.info().arguments().orElse(new String[0]);
            return process.info()
                    .command()
                    .map(command -> {
                        List<String> all = new ArrayList<>(List.of(arguments));
                        all.add(0, command);
                        return List.copyOf(all);
                    })
                    .orElse(List.of());
        }
    }
}
