package dev.holdfast.simulator.report;

import dev.holdfast.simulator.SimulationResult;
import dev.holdfast.simulator.Verdict;
import dev.holdfast.simulator.comparison.Comparison;
import dev.holdfast.simulator.load.LoadCounts;
import dev.holdfast.simulator.load.LoadFigures;
import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.payment.PaymentOptions;

import java.util.Locale;
import java.util.Map;

/** A report for the terminal: plain text, 80 columns wide where references allow. */
public final class TextReport {

    private static final int SHOWN_DIVERGENCES = 3;

    private final StringBuilder out = new StringBuilder();

    private TextReport() {}

    /** Writes the report of a run. */
    public static String of(SimulationResult result, Machine machine) {
        TextReport report = new TextReport();
        report.header(result, machine);
        report.rates(result.figures());
        report.latencies(result.figures());
        report.refusals(result.figures().counts());
        report.deliveries(result.figures().counts());
        report.verdict(result);
        return report.out.toString();
    }

    private void header(SimulationResult result, Machine machine) {
        PaymentOptions payments = result.options().payments();
        line("%s", result.options().labels().title());
        line("  started    %s", result.startedAt());
        line("  target     %s", result.options().target());
        line(
                "  seed       %d, run %s",
                result.options().population().seed(),
                result.options().population().runId());
        line("  commit     %s", result.options().labels().commit());
        line("  machine    %s", machine);
        line("  fsync      %s", result.options().labels().fsyncMode());
        line(
                "  population %d accounts, Zipf exponent %.2f",
                result.options().population().accounts(),
                result.options().population().zipfExponent());
        line("  arrivals   %s", result.options().load().arrivals().describe());
        line(
                "  faults     %.1f %% of payments made to be refused, %.1f %% of operations sent twice",
                payments.refusedShare() * 100, payments.duplicateShare() * 100);
    }

    private void rates(LoadFigures figures) {
        LoadCounts.Payments payments = figures.counts().payments();
        line("");
        line(
                "%d operations in %.1f s: %.0f per second",
                figures.counts().answered(), figures.elapsed().toMillis() / 1e3, figures.operationsPerSecond());
        line(
                "%d payments begun, %d finished, %d dropped, %d cut off",
                payments.begun(), payments.finished(), payments.dropped(), payments.cutOff());
    }

    private void latencies(LoadFigures figures) {
        LoadFigures.Latencies latencies = figures.latencies();
        line("");
        line("%-26s %9s %9s %9s %9s %9s %9s", "milliseconds", "count", "p50", "p90", "p99", "p99.9", "max");
        row("from intended start", latencies.total());
        row("from actual sending", latencies.service());
        row("send lag", latencies.sendLag());
        row("generator lag", latencies.generatorLag());
        latencies.byOperation().forEach((operation, percentiles) -> row("  " + operation.wireName(), percentiles));
        if (figures.generatorBound()) {
            line("The generator fell behind its schedule: the latencies say more about it than about the server.");
        }
    }

    private void row(String name, Percentiles of) {
        line(
                "%-26s %9d %9.2f %9.2f %9.2f %9.2f %9.2f",
                name, of.count(), of.p50(), of.p90(), of.p99(), of.p999(), of.max());
    }

    private void refusals(LoadCounts counts) {
        line("");
        line(
                "%d applied, %d refused",
                counts.applied(),
                counts.refusals().values().stream().mapToLong(Long::longValue).sum());
        counts.refusals().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(refusal -> line("  %-24s %9d", refusal.getKey(), refusal.getValue()));
    }

    private void deliveries(LoadCounts counts) {
        LoadCounts.Deliveries deliveries = counts.deliveries();
        line(
                "%d requests: %d duplicates on purpose, %d retries, %d operations without any answer",
                deliveries.requests(), deliveries.duplicates(), deliveries.retries(), deliveries.unresolved());
    }

    private void verdict(SimulationResult result) {
        Comparison comparison = result.comparison();
        line("");
        line(
                "compared at the end: %d accounts and %d holds; %d unreadable, %d in doubt",
                comparison.accounts(), comparison.holds(), comparison.unreadable(), comparison.lost());
        comparison.problem().ifPresent(problem -> line("  first problem: %s", problem));
        line("divergences: %d", result.divergenceCount());
        result.divergences().stream()
                .limit(SHOWN_DIVERGENCES)
                .forEach(divergence -> line("- first seen at %s", divergence.describe()));
        line("");
        line("verdict: %s", describe(result.verdict()));
    }

    static String describe(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "valid, every answer, balance and hold is what the model says";
            case DIVERGED -> "DIVERGED, the server and the model differ";
            case UNKNOWN -> "unknown, nothing differs but not all could be compared";
        };
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
