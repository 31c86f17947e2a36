package dev.holdfast.ops.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.ops.system.OpenDatabase;
import dev.holdfast.ops.system.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** That the benchmark measures what it says; how much it measures is not for a test. */
class BenchIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static final List<String> FIGURES = List.of(
            "raw_rows_per_s",
            "single_ops_per_s",
            "lanes_ops_per_s",
            "lanes_hot_ops_per_s",
            "http_ops_per_s",
            "http_hot_ops_per_s",
            "http_p50_ms",
            "http_p99_ms",
            "http_half_ops_per_s",
            "http_half_p50_ms",
            "http_half_p99_ms",
            "iso8583_auths_per_s",
            "iso8583_hot_auths_per_s",
            "iso8583_10_controls_auths_per_s",
            "iso8583_50_controls_auths_per_s",
            "iso8583_generator_per_s",
            "iso8583_half_p99_ms",
            "iso8583_half_p999_ms",
            "server_heap_mb");

    @Test
    void givesEveryFigureAndAJournalOfExactlyWhatWasAcknowledged() throws Exception {
        StringWriter said = new StringWriter();
        BenchFigures figures;
        try (Bench bench = new Bench(
                new BenchOptions(Duration.ofMillis(200), 1, 700),
                OpenDatabase.given(DATABASE.url()),
                LaneOptions.DEFAULTS,
                new PrintWriter(said, true))) {
            figures = bench.run("unknown");
        }
        JsonNode json = new JsonMapper().readTree(BenchReport.json(figures));
        // Zero is possible: on a busy machine no batch of a cold engine may end within so short a slice.
        assertThat(FIGURES)
                .allSatisfy(name ->
                        assertThat(json.path(name).asDouble(-1)).as(name).isNotNegative());
        assertThat(figures.rawRowsPerSecond()).isPositive();
        assertThat(json.get("ratios").get("lanes_to_raw").isNumber()).isTrue();
        assertThat(json.get("fsync").asText()).isNotEmpty();
        assertThat(BenchReport.text(figures))
                .contains("(a)")
                .contains("(d)")
                .contains("(e)")
                .contains("at least 0.35");
        assertThat(said.toString()).containsPattern("operations acknowledged, [0-9,]+ rows in the journal");
        assertThat(DATABASE.queryText("SELECT to_regclass('bench_raw')")).isEqualTo("null");
        assertThat(Verification.of(DATABASE.url()).findings()).isEmpty();
    }
}
