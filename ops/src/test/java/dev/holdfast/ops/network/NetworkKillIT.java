package dev.holdfast.ops.network;

import dev.holdfast.ops.simulate.NetworkPlay;
import dev.holdfast.ops.testing.Eventually;
import dev.holdfast.ops.testing.HoldfastProcess;
import dev.holdfast.simulator.network.card.EmbossingFile;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.report.NetworkReport;
import dev.holdfast.simulator.network.report.NetworkText;
import dev.holdfast.simulator.network.run.CardPopulation;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.TrafficOptions;
import dev.holdfast.simulator.wire.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A server, and then its PostgreSQL, which it starts again, are killed under the hostile network; after it all the books are what it says. */
class NetworkKillIT {

    private static final String KEY = "a-key-for-tests-only";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern COUNT =
            Pattern.compile("^holdfast_network_message_seconds_count\\{[^}]*} (\\S+)$", Pattern.MULTILINE);
    private static final int CARDS = 20;
    private static final int BETWEEN_KILLS = 100;

    private final Path directory;
    private final int apiPort = freePort();
    private final int linkPort = freePort();
    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private URI management = URI.create("http://127.0.0.1:1");

    NetworkKillIT(@TempDir Path directory) {
        this.directory = directory;
        this.environment = Map.of(
                "HOLDFAST_DATA_DIR", directory.resolve("data").toString(),
                "HOLDFAST_POSTGRES_SHARED_BUFFERS_MB", "16",
                "HOLDFAST_BOOTSTRAP_API_KEY", KEY,
                "HOLDFAST_HTTP_PORT", Integer.toString(apiPort),
                "HOLDFAST_ISO8583_PORT", Integer.toString(linkPort));
    }

    @Test
    void endsInTheRightBooksWhenServerAndDatabaseAreKilled() throws Exception {
        HoldfastProcess server = serve();
        try {
            Path cards = directory.resolve("cards.jsonl");
            run("cards", "trial", "--accounts", Integer.toString(CARDS), "--out", cards.toString());
            NetworkPlay play = play(cards);
            CompletableFuture<NetworkReport> report = CompletableFuture.supplyAsync(play::run);
            awaitMessages();
            server.kill();
            server.awaitExit(PATIENCE);
            server = serve();
            awaitMessages();
            killPostgres();
            awaitMessages();
            play.stop();
            NetworkReport ended = report.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
            assertThat(ended.verdict()).as(NetworkText.of(ended)).isEqualTo("valid");
            run("verify");
        } finally {
            server.terminate();
            server.awaitExit(PATIENCE);
            server.close();
        }
    }

    private HoldfastProcess serve() {
        HoldfastProcess started = HoldfastProcess.start(directory, environment, "serve");
        management = started.awaitReady().management();
        return started;
    }

    private void run(String... arguments) {
        try (HoldfastProcess command = HoldfastProcess.start(directory, environment, arguments)) {
            assertThat(command.awaitExit(PATIENCE)).as(command.err()).isZero();
        }
    }

    private NetworkPlay play(Path cards) throws IOException {
        LinkOptions links =
                LinkOptions.to("127.0.0.1", linkPort, Style.MASTERCARD).withTimer(Duration.ofSeconds(1));
        NetworkOptions options = new NetworkOptions(
                11,
                links,
                new CardPopulation(EmbossingFile.read(cards, Currency.getInstance("USD")), 0.5, 0),
                TrafficOptions.poisson(40, Duration.ofMinutes(10)),
                new NetworkOptions.Tolerance(Set.of(), true));
        Target target = new Target(URI.create("http://127.0.0.1:" + apiPort), Target.DEFAULT_HEADER, KEY);
        return new NetworkPlay(target, options, new NetworkPlay.Weather(true, Duration.ZERO), "unknown");
    }

    private void awaitMessages() {
        double before = answered();
        Eventually.holds("messages are answered", PATIENCE, () -> answered() >= before + BETWEEN_KILLS);
    }

    private double answered() {
        try {
            HttpRequest scrape =
                    HttpRequest.newBuilder(management.resolve("/metrics")).build();
            String text =
                    http.send(scrape, HttpResponse.BodyHandlers.ofString()).body();
            return COUNT.matcher(text)
                    .results()
                    .mapToDouble(count -> Double.parseDouble(count.group(1)))
                    .sum();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The postmaster is this test's own: its server has started it, and its file names it. */
    private void killPostgres() throws IOException {
        Path file = directory.resolve("data").resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).get(0).trim());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
