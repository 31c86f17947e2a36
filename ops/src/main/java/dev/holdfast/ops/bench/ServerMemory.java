package dev.holdfast.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a server, in MiB.
 *
 * @param usedHeap in use after a collection; before one if none could be asked for
 * @param committedHeap what Java has taken for its heap
 * @param resident of the whole process at its highest; 0 where the system does not tell
 */
record ServerMemory(double usedHeap, double committedHeap, double resident) {

    private static final double MEBIBYTE = 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    static ServerMemory of(long pid, URI management) {
        collect(pid);
        try {
            HttpRequest scrape = HttpRequest.newBuilder(management.resolve("/metrics"))
                    .timeout(LIMIT)
                    .build();
            String metrics = HttpClient.newHttpClient()
                    .send(scrape, BodyHandlers.ofString())
                    .body();
            return new ServerMemory(
                    heap(metrics, "jvm_memory_used_bytes"), heap(metrics, "jvm_memory_committed_bytes"), resident(pid));
        } catch (IOException e) {
            throw new BenchFailed("the server's memory cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    /** Asks the other Java for a collection, with the tool that comes with this one. */
    private static void collect(long pid) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return;
        }
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new BenchFailed("jcmd: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double heap(String metrics, String name) {
        Matcher pools = Pattern.compile("(?m)^" + name + "\\{area=\"heap\",[^}]*} (\\S+)$")
                .matcher(metrics);
        double bytes = 0;
        while (pools.find()) {
            bytes += Double.parseDouble(pools.group(1));
        }
        return bytes / MEBIBYTE;
    }

    private static double resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        Matcher highest = RESIDENT.matcher(Files.readString(status));
        return highest.find() ? Double.parseDouble(highest.group(1)) / 1024 : 0;
    }
}
