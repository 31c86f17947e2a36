package dev.holdfast.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.ops.testing.Eventually;
import dev.holdfast.ops.testing.HoldfastProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class DemoIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration RUN_LIMIT = Duration.ofSeconds(90);
    private static final Map<String, String> SMALL = Map.of("HOLDFAST_POSTGRES_SHARED_BUFFERS_MB", "16");

    private final Path directory;
    private final Path reports;

    DemoIT(@TempDir Path directory) {
        this.directory = directory;
        this.reports = directory.resolve("reports");
    }

    @Test
    void endsByItselfWithAReportAndNothingLeft() throws IOException {
        List<Path> before = ephemeral();
        try (HoldfastProcess demo = demo("--seconds", "5")) {
            assertThat(demo.awaitExit(RUN_LIMIT)).as(demo.out() + demo.err()).isZero();
            assertThat(demo.out())
                    .contains("starting a throw-away PostgreSQL")
                    .contains("verdict: valid")
                    .contains("the book is right")
                    .contains(".html");
        }
        JsonNode report = new JsonMapper().readTree(only("demo-", ".json").toFile());
        assertThat(report.get("verdict").asText()).isEqualTo("valid");
        assertThat(report.get("operations").asLong()).isPositive();
        assertThat(only("demo-", ".html")).content().contains("<html");
        JsonNode cards = new JsonMapper().readTree(only("network-", ".json").toFile());
        assertThat(cards.get("verdict").asText()).isEqualTo("valid");
        assertThat(only("network-", ".html")).content().contains("<html");
        assertNothingLeft(before);
    }

    @Test
    void endsEarlyWithItsReportOnASignal() throws IOException {
        List<Path> before = ephemeral();
        try (HoldfastProcess demo = demo()) {
            Eventually.holds("the demo runs", START_LIMIT, () -> demo.out().contains("operations/s"));
            demo.terminate();
            assertThat(demo.awaitExit(RUN_LIMIT)).as(demo.out() + demo.err()).isZero();
            assertThat(demo.out()).contains("verdict: valid").contains("the book is right");
        }
        assertThat(only("demo-", ".html")).exists();
        assertThat(only("network-", ".html")).exists();
        assertNothingLeft(before);
    }

    @Test
    void leavesNothingWhenStoppedWhileItStarts() throws IOException {
        List<Path> before = ephemeral();
        try (HoldfastProcess demo = demo()) {
            Eventually.holds("PostgreSQL starts", START_LIMIT, () -> demo.out().contains("PostgreSQL (the first"));
            demo.terminate();
            assertThat(demo.awaitExit(RUN_LIMIT)).as(demo.out() + demo.err()).isZero();
        }
        assertThat(reports).doesNotExist();
        assertNothingLeft(before);
    }

    private HoldfastProcess demo(String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("demo", "--accounts", "40", "--rate", "40", "--report-dir", reports.toString()),
                        Stream.of(more))
                .toList();
        return HoldfastProcess.start(directory, SMALL, arguments.toArray(String[]::new));
    }

    private Path only(String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.toString().endsWith(suffix))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private static void assertNothingLeft(List<Path> before) throws IOException {
        assertThat(ephemeral()).isEqualTo(before);
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains(directoryOfEphemeral() + "/data-")))
                .isEmpty();
    }

    private static List<Path> ephemeral() throws IOException {
        if (Files.notExists(directoryOfEphemeral())) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directoryOfEphemeral())) {
            return children.sorted().toList();
        }
    }

    private static Path directoryOfEphemeral() {
        return HoldfastProcess.CACHE.resolve("ephemeral");
    }
}
