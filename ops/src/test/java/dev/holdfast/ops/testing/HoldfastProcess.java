package dev.holdfast.ops.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code holdfast} command in a Java process of its own, with an environment of its own. */
public final class HoldfastProcess implements AutoCloseable {

    /** Unpacked once for all tests of the module. */
    public static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    private static final Pattern READY = Pattern.compile("ready http=(\\S+) iso8583=(\\S+) management=(\\S+)\\R");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "TMPDIR", "JAVA_HOME");

    private final Process process;
    private final Path out;
    private final Path err;

    private HoldfastProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static HoldfastProcess start(Path directory, Map<String, String> environment, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    // The one that is shipped, not the tests' own on the same class path.
                    "-Dlogback.configurationFile=logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.holdfast.ops.Holdfast"));
            command.addAll(List.of(arguments));
            Path out = Files.createTempFile(directory, "out-", ".txt");
            Path err = Files.createTempFile(directory, "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().retainAll(PASSED_ON);
            builder.environment().put("HOLDFAST_CACHE_DIR", CACHE.toString());
            builder.environment().put("HOLDFAST_HTTP_PORT", "0");
            builder.environment().put("HOLDFAST_MANAGEMENT_PORT", "0");
            builder.environment().put("HOLDFAST_ISO8583_PORT", "0");
            builder.environment().put("HOLDFAST_KEYS", directory.resolve("keys").toString());
            builder.environment().putAll(environment);
            return new HoldfastProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the line that says where it listens. */
    public Listening awaitReady() {
        Eventually.holds(
                "the server is ready", START_LIMIT, () -> READY.matcher(out()).find() || !process.isAlive());
        Matcher ready = READY.matcher(out());
        if (!ready.find()) {
            throw new AssertionError("the server ended instead of being ready: " + err());
        }
        return new Listening(URI.create("http://" + ready.group(1)), URI.create("http://" + ready.group(3)));
    }

    /** Where a server listens. */
    public record Listening(URI api, URI management) {}

    public int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + limit + ": " + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL, which it cannot notice. */
    public void kill() {
        process.destroyForcibly();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
