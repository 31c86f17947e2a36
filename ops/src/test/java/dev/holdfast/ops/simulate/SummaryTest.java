package dev.holdfast.ops.simulate;

import dev.holdfast.ops.simulate.RunHeader.Link;
import dev.holdfast.ops.terminal.Palette;
import dev.holdfast.ops.terminal.Size;
import dev.holdfast.simulator.Snapshot;
import dev.holdfast.simulator.Snapshot.Phase;
import dev.holdfast.simulator.load.Interval;
import dev.holdfast.simulator.load.LoadCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryTest {

    private static final Palette PLAIN = new Palette(false, " .:-=+*%#", "-", "*");

    private static final Map<String, Long> REFUSALS = Map.of(
            "insufficient_balance", 57L,
            "account_not_found", 10L,
            "balance_ref_not_found", 9L,
            "hold_amount_exceeded", 8L,
            "hold_closed", 7L,
            "hold_not_found", 6L,
            "idempotency_error", 5L,
            "account_inactive", 4L,
            "currency_mismatch", 3L);

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 40", "200, 60", "100, 30"})
    void fitsTheTerminal(int columns, int rows) {
        List<String> page = SummaryPage.of(state(Phase.LOAD, 0, Invariants.HOLD), PLAIN, new Size(columns, rows));
        assertThat(page).hasSizeLessThanOrEqualTo(rows);
        assertThat(page).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        assertThat(String.join("\n", page))
                .contains("operations/s")
                .contains("insufficient_balance")
                .contains("http://127.0.0.1:9/docs")
                .contains("Ctrl-C");
    }

    @Test
    void keepsToTheMostCommonRefusalsWhenThereIsLittleRoom() {
        List<String> page = SummaryPage.of(state(Phase.LOAD, 0, Invariants.HOLD), PLAIN, Size.USUAL);
        assertThat(String.join("\n", page)).contains("account_not_found").doesNotContain("currency_mismatch");
    }

    @Test
    void showsWhatIsWrong() {
        String page = String.join("\n", SummaryPage.of(state(Phase.LOAD, 3, Invariants.BROKEN), PLAIN, Size.USUAL));
        assertThat(page).contains("3 differ from the model").contains("BROKEN");
        assertThat(SummaryLine.of(state(Phase.LOAD, 3, Invariants.BROKEN)))
                .contains("3 divergences")
                .contains("BROKEN");
    }

    @Test
    void saysInALineWhereTheRunStands() {
        assertThat(SummaryLine.of(state(Phase.LOAD, 0, Invariants.HOLD)))
                .isEqualTo("00:12 of 00:20  412 operations/s, p50 1.9 ms, p99 6.8 ms, 109 refused, 163 holds open,"
                        + " invariants hold, 0 divergences");
        assertThat(SummaryLine.of(state(Phase.OPENING_ACCOUNTS, 0, Invariants.NOT_CHECKED_YET)))
                .contains("funding accounts: 512 of 1,000");
    }

    private static RunState state(Phase phase, long divergences, Invariants invariants) {
        Interval now = new Interval(12.2, 412, 1.92, 6.81, new Interval.State(163, 3, 0));
        LoadCounts counts = new LoadCounts(
                4_800,
                REFUSALS,
                new LoadCounts.Payments(2_391, 2_300, 0, 91),
                new LoadCounts.Deliveries(5_012, 98, 1, 0));
        Snapshot snapshot = new Snapshot(phase, Duration.ofSeconds(14), 512, now, counts, divergences);
        History history = new History();
        history.add(snapshot);
        RunHeader header = new RunHeader(
                "Holdfast demo",
                42,
                1_000,
                Optional.of(Duration.ofSeconds(20)),
                List.of(
                        new Link("API", "http://127.0.0.1:9/docs"),
                        new Link("API key", "demo-key"),
                        new Link("metrics", "http://127.0.0.1:10/metrics")));
        return new RunState(header, snapshot, history, invariants);
    }
}
