package dev.holdfast.simulator.report;

import dev.holdfast.simulator.RunLabels;
import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.SimulationResult;
import dev.holdfast.simulator.comparison.Comparison;
import dev.holdfast.simulator.comparison.Divergence;
import dev.holdfast.simulator.load.Interval;
import dev.holdfast.simulator.load.LoadCounts;
import dev.holdfast.simulator.load.LoadFigures;
import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.population.CurrencyMix;
import dev.holdfast.simulator.population.PopulationOptions;
import dev.holdfast.simulator.wire.Target;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A made-up result with a divergence that tries to break out of a page. */
final class ReportFixture {

    static final Machine MACHINE = new Machine(2, 8_192, "Linux 6.1 amd64", "17.0.15 (Debian)");
    static final String SECRET = "a key that no report may show";

    private ReportFixture() {}

    static SimulationResult valid() {
        return result(List.of(), new Comparison(1_000, 321, 0, 0, Optional.empty()));
    }

    static SimulationResult diverged() {
        Divergence divergence = new Divergence(
                "pay-r1-7-k0",
                "debit_balance account=acc-r1-3",
                "POST /v1/ledger/debit_balance {}",
                "success",
                "</script><script>alert(1)</script>");
        return result(List.of(divergence), new Comparison(1_000, 321, 0, 0, Optional.empty()));
    }

    static SimulationResult incomplete() {
        return result(List.of(), new Comparison(990, 321, 10, 0, Optional.of("acc-r1-1: refused")));
    }

    private static SimulationResult result(List<Divergence> divergences, Comparison comparison) {
        Target target = new Target(URI.create("http://127.0.0.1:8080"), Target.DEFAULT_HEADER, SECRET);
        SimulationOptions options = SimulationOptions.gentle(target, 42, Duration.ofSeconds(20))
                .withPopulation(new PopulationOptions(42, "r1", 1_000, 0.8, CurrencyMix.DEFAULT, 1_000))
                .withLabels(new RunLabels("A run", "abc1234", "fsync=on"));
        return new SimulationResult(
                options, Instant.parse("2026-01-02T03:04:05Z"), figures(), divergences.size(), divergences, comparison);
    }

    private static LoadFigures figures() {
        Percentiles percentiles = new Percentiles(2_000, 1.25, 2.5, 7.75, 12, 17, 20);
        return new LoadFigures(
                Duration.ofSeconds(20),
                new LoadFigures.Latencies(
                        percentiles,
                        percentiles,
                        percentiles,
                        percentiles,
                        Map.of(Operation.DEBIT_BALANCE, percentiles)),
                new LoadCounts(
                        1_950,
                        Map.of("insufficient_balance", 40L, "hold_closed", 10L),
                        new LoadCounts.Payments(1_000, 998, 2, 2),
                        new LoadCounts.Deliveries(2_060, 40, 20, 0)),
                List.of(
                        new Interval(0.5, 100, 1.2, 7, new Interval.State(3, 2, 0)),
                        new Interval(1, 110, 1.3, 8, new Interval.State(5, 1, 0))));
    }
}
