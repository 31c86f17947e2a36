package dev.holdfast.ops.bench;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.system.SystemOptions.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code serve} in a Java process of its own, with this process's Java options. */
final class ServerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Pattern READY = Pattern.compile("ready http=(\\S+) iso8583=(\\S+) management=(\\S+)");
    private static final long STOP_SECONDS = 15;

    private final Process process;
    private final Path keys;
    private final URI api;
    private final URI management;
    private final Address link;

    private ServerProcess(Process process, Path keys, URI api, URI management, Address link) {
        this.process = process;
        this.keys = keys;
        this.api = api;
        this.management = management;
        this.link = link;
    }

    private static Address address(String place) {
        int colon = place.lastIndexOf(':');
        return new Address(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }

    /** Where it listens for card networks. */
    Address link() {
        return link;
    }

    /** Where the keys of its cards are. */
    Path keys() {
        return keys;
    }

    /** Starts it on a database, with keys of its own, and waits until it is ready; its own limits bound the wait. */
    static ServerProcess start(DatabaseUrl database) {
        Path keys = keyDirectory();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.holdfast.ops.Holdfast", "serve"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.put("DATABASE_URL", text(database));
        environment.put("HOLDFAST_HTTP_HOST", "127.0.0.1");
        environment.put("HOLDFAST_HTTP_PORT", "0");
        environment.put("HOLDFAST_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("HOLDFAST_MANAGEMENT_PORT", "0");
        environment.put("HOLDFAST_ISO8583_HOST", "127.0.0.1");
        environment.put("HOLDFAST_ISO8583_PORT", "0");
        environment.put("HOLDFAST_KEYS", keys.toString());
        environment.put("HOLDFAST_API_KEY_HEADER", "X-API-Key");
        environment.put("HOLDFAST_LOG_LEVEL", "warn");
        try {
            return awaitReady(builder.start(), keys);
        } catch (IOException e) {
            throw new BenchFailed("the server cannot be started: " + e.getMessage(), e);
        }
    }

    private static ServerProcess awaitReady(Process process, Path keys) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return new ServerProcess(
                        process,
                        keys,
                        URI.create("http://" + ready.group(1)),
                        URI.create("http://" + ready.group(3)),
                        address(ready.group(2)));
            }
            line = out.readLine();
        }
        throw new BenchFailed("the server ended instead of being ready", null);
    }

    private static Path keyDirectory() {
        try {
            return Files.createTempDirectory("holdfast-bench-keys-");
        } catch (IOException e) {
            throw new BenchFailed("no directory for keys: " + e.getMessage(), e);
        }
    }

    private void removeKeys() {
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(keys);
        } catch (IOException e) {
            LOG.warn("the keys in {} could not be removed: {}", keys, e.getMessage());
        }
    }

    private static String text(DatabaseUrl database) {
        return "postgresql://" + encoded(database.user()) + ":" + encoded(database.password()) + "@" + database.host()
                + ":" + database.port() + "/" + encoded(database.database());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    URI api() {
        return api;
    }

    /** What it holds now. */
    ServerMemory memory() {
        return ServerMemory.of(process.pid(), management);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        removeKeys();
    }
}
