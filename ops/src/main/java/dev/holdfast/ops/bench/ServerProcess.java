package dev.holdfast.ops.bench;

import dev.holdfast.engine.database.DatabaseUrl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code serve} in a Java process of its own, with this process's Java options. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready http=(\\S+) management=(\\S+)");
    private static final long STOP_SECONDS = 15;

    private final Process process;
    private final URI api;
    private final URI management;

    private ServerProcess(Process process, URI api, URI management) {
        this.process = process;
        this.api = api;
        this.management = management;
    }

    /** Starts it on a database, and waits until it is ready; its own limits bound the wait. */
    static ServerProcess start(DatabaseUrl database) {
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
        environment.put("HOLDFAST_API_KEY_HEADER", "X-API-Key");
        environment.put("HOLDFAST_LOG_LEVEL", "warn");
        try {
            return awaitReady(builder.start());
        } catch (IOException e) {
            throw new BenchFailed("the server cannot be started: " + e.getMessage(), e);
        }
    }

    private static ServerProcess awaitReady(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return new ServerProcess(
                        process, URI.create("http://" + ready.group(1)), URI.create("http://" + ready.group(2)));
            }
            line = out.readLine();
        }
        throw new BenchFailed("the server ended instead of being ready", null);
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
    }
}
