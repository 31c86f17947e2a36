package dev.holdfast.simulator.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.simulator.SimulationResult;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    @Test
    void textSaysWhatWasRunAndWhatCameOut() {
        String text = TextReport.of(ReportFixture.valid(), ReportFixture.MACHINE);
        assertThat(text)
                .contains("seed       42, run r1")
                .contains("commit     abc1234")
                .contains("machine    2 cores, 8192 MiB memory, Linux 6.1 amd64, Java 17.0.15 (Debian)")
                .contains("fsync      fsync=on")
                .contains("arrivals   Poisson, 100 payments/s")
                .contains("2000 operations in 20.0 s: 100 per second")
                .contains("1000 payments begun, 998 finished, 2 dropped, 2 cut off")
                .contains("from intended start             2000      1.25      2.50      7.75     12.00     20.00")
                .contains("1950 applied, 50 refused\n  insufficient_balance            40\n  hold_closed")
                .contains("2060 requests: 40 duplicates on purpose, 20 retries, 0 operations without any answer")
                .contains("divergences: 0\n")
                .endsWith("verdict: valid, every answer, balance and hold is what the model says\n");
    }

    @Test
    void textNamesTheFirstDifferingOperation() {
        assertThat(TextReport.of(ReportFixture.diverged(), ReportFixture.MACHINE))
                .contains(
                        "divergences: 1\n- first seen at operation debit_balance account=acc-r1-3\n  key      pay-r1-7-k0")
                .contains("verdict: DIVERGED");
    }

    @Test
    void saysUnknownWhenNotAllCouldBeRead() {
        assertThat(TextReport.of(ReportFixture.incomplete(), ReportFixture.MACHINE))
                .contains("10 unreadable")
                .contains("first problem: acc-r1-1: refused")
                .contains("verdict: unknown");
    }

    @Test
    void jsonHasTheFiguresUnderTheirNames() throws IOException {
        JsonNode json = json(ReportFixture.valid());
        assertThat(json.path("verdict").asText()).isEqualTo("valid");
        assertThat(json.path("operations_per_second").asDouble()).isEqualTo(100);
        assertThat(json.at("/latency_ms/from_intended_start/p99_9").asDouble()).isEqualTo(12);
        assertThat(json.at("/latency_ms/from_intended_start/p99_99").asDouble()).isEqualTo(17);
        assertThat(json.at("/latency_ms_by_operation/debit_balance/p50").asDouble())
                .isEqualTo(1.25);
        assertThat(json.at("/refusals/insufficient_balance").asLong()).isEqualTo(40);
        assertThat(json.at("/deliveries/retries").asLong()).isEqualTo(20);
        assertThat(json.path("series")).hasSize(2);
        assertThat(json.at("/series/1/p99_ms").asDouble()).isEqualTo(8);
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
    }

    @Test
    void htmlIsCompleteInItself() {
        String html = HtmlReport.of(ReportFixture.valid(), ReportFixture.MACHINE);
        assertThat(html)
                .contains("Chart.js v4")
                .doesNotContain("/*chart-library*/", "/*page-style*/", "/*page-script*/", "sourceMappingURL");
        assertThat(html).doesNotContainPattern("(src|href)=\"?(https?:)?//");
        assertThat(html.length()).isLessThan(1_000_000);
    }

    @Test
    void htmlCarriesTheJsonReport() throws IOException {
        String html = HtmlReport.of(ReportFixture.diverged(), ReportFixture.MACHINE);
        String begin = "<script id=\"data\" type=\"application/json\">";
        int from = html.indexOf(begin) + begin.length();
        String data = html.substring(from, html.indexOf("</script>", from));
        assertThat(new ObjectMapper().readTree(data)).isEqualTo(json(ReportFixture.diverged()));
    }

    @Test
    void htmlIsNotBrokenByWhatTheServerSays() {
        assertThat(HtmlReport.of(ReportFixture.diverged(), ReportFixture.MACHINE))
                .doesNotContain("</script><script>alert(1)");
    }

    @Test
    void noReportShowsTheApiKey() {
        SimulationResult result = ReportFixture.diverged();
        assertThat(TextReport.of(result, ReportFixture.MACHINE)).doesNotContain(ReportFixture.SECRET);
        assertThat(HtmlReport.of(result, ReportFixture.MACHINE)).doesNotContain(ReportFixture.SECRET);
        assertThat(result.toString()).doesNotContain(ReportFixture.SECRET);
    }

    private static JsonNode json(SimulationResult result) throws IOException {
        return new ObjectMapper().readTree(JsonReport.of(result, ReportFixture.MACHINE));
    }
}
