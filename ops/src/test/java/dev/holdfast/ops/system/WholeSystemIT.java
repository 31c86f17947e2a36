package dev.holdfast.ops.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.Holdfast;
import dev.holdfast.ops.cli.ExitCode;
import dev.holdfast.ops.testing.Eventually;
import dev.holdfast.ops.testing.ScrapedMetric;
import dev.holdfast.ops.testing.TestConfiguration;
import dev.holdfast.simulator.Simulation;
import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.SimulationOptions.Delivery;
import dev.holdfast.simulator.SimulationResult;
import dev.holdfast.simulator.Verdict;
import dev.holdfast.simulator.load.LoadOptions;
import dev.holdfast.simulator.payment.PaymentOptions;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The Open Fabric caller against a whole system, and what the system then tells Prometheus. */
class WholeSystemIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static HoldfastSystem system;
    private static SimulationResult result;

    @BeforeAll
    static void runTheCaller() throws Exception {
        system = HoldfastSystem.start(TestConfiguration.on(DATABASE.url()));
        Vertx vertx = VertxInstance.make();
        try {
            result = Simulation.run(vertx, impatient(), snapshot -> {})
                    .result()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(2, TimeUnit.MINUTES);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    /** Many duplicates, and time-outs so short that many an answer comes too late. */
    private static SimulationOptions impatient() {
        Target target = new Target(
                URI.create("http://127.0.0.1:" + system.api().port()), Target.DEFAULT_HEADER, TestConfiguration.KEY);
        SimulationOptions gentle = SimulationOptions.gentle(target, 7, Duration.ofSeconds(4));
        return gentle.withPopulation(gentle.population().withAccounts(40))
                .withPayments(new PaymentOptions(0.1, 0.3, Duration.ofMillis(50)))
                .withLoad(LoadOptions.poisson(60, Duration.ofSeconds(4)))
                .withDelivery(new Delivery(
                        new ConnectionOptions(32, 1, Duration.ofMillis(40)),
                        new RetryOptions(400, Duration.ofMillis(5), Duration.ofMillis(200))));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void answersAsTheModelSaysUnderDuplicatesAndRetries() {
        assertThat(result.divergences()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.figures().counts().deliveries().duplicates()).isPositive();
        assertThat(result.figures().counts().applied()).isPositive();
    }

    @Test
    void leavesABookThatVerifies() {
        VerificationReport report = Verification.of(DATABASE.url());
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries())
                .isGreaterThanOrEqualTo(result.figures().counts().applied());
    }

    @Test
    void endsTheSimulateCommandWithZeroAndItsReportWhenAllIsValid(@TempDir Path directory) throws Exception {
        StringWriter out = new StringWriter();
        int exit = simulate(out, "http://127.0.0.1:" + system.api().port(), directory);
        assertThat(exit).isZero();
        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.get("verdict").asText()).isEqualTo("valid");
        assertThat(report.get("arrivals").asText()).startsWith("constant");
        assertThat(report.get("payments").get("begun").asInt()).isEqualTo(20);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void endsTheSimulateCommandWithTheServerCodeWhenNobodyAnswers(@TempDir Path directory) {
        int exit = simulate(new StringWriter(), "http://127.0.0.1:1", directory);
        assertThat(exit).isEqualTo(ExitCode.SERVER.code());
    }

    private static int simulate(StringWriter out, String url, Path reports) {
        return Holdfast.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(
                        "simulate",
                        "--url",
                        url,
                        "--api-key",
                        TestConfiguration.KEY,
                        "--payments",
                        "20",
                        "--accounts",
                        "5",
                        "--arrival",
                        "constant",
                        "--rate",
                        "40",
                        "--attempts",
                        "2",
                        "--json",
                        "--report-dir",
                        reports.toString());
    }

    @Test
    void documentsEveryMetricWithTypeAndLabels() throws Exception {
        Set<ScrapedMetric> documented = ScrapedMetric.documented(Files.readString(PAGE));
        Set<ScrapedMetric> scraped = ScrapedMetric.scraped(scrape());
        assertThat(documented).as("documented").containsAll(scraped);

        Set<ScrapedMetric> missing = new TreeSet<>(ScrapedMetric.alwaysThere(Files.readString(PAGE)));
        missing.removeAll(scraped);
        assertThat(missing).as("documented and not scraped").isEmpty();
    }

    @Test
    void pleasesPromtool(@TempDir Path directory) throws Exception {
        if (!onPath("promtool")) {
            System.out.println("promtool is not on the PATH: the metrics were not checked with it");
            return;
        }
        Path metrics = Files.writeString(directory.resolve("metrics.txt"), scrape());
        Path said = directory.resolve("said.txt");
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectInput(metrics.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).isEmpty();
        assertThat(promtool.exitValue()).isZero();
    }

    /** After the first comparison of the sums, which fills the gauges of holds. */
    private static String scrape() {
        Eventually.holds("the sums were compared", PATIENCE, () -> get().contains("holdfast_holds_open{"));
        return get();
    }

    private static String get() {
        URI metrics = URI.create("http://127.0.0.1:" + system.management().port() + "/metrics");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(metrics).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }
}
