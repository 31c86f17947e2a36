package dev.holdfast.simulator.network.report;

import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.network.knee.Knee;
import dev.holdfast.simulator.network.knee.KneeStep;
import dev.holdfast.simulator.network.link.LinkCounts;
import dev.holdfast.simulator.network.run.NetworkFigures;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkResult;

import java.util.Locale;
import java.util.TreeMap;

/** A report for the terminal. */
public final class NetworkText {

    private final StringBuilder out = new StringBuilder();

    private NetworkText() {}

    public static String of(NetworkReport report) {
        NetworkText text = new NetworkText();
        text.header(report);
        if (report.result() != null) {
            text.result(report.result());
        }
        if (report.knee() != null) {
            text.knee(report.knee());
        }
        text.line("");
        text.line("divergences: %d", report.divergenceCount());
        report.divergences().stream().limit(1).forEach(first -> text.line("- %s", first.describe()));
        text.line("verdict: %s", report.verdict());
        return text.out.toString();
    }

    /** Returns one step of a search for the knee, as a line. */
    public static String of(KneeStep step) {
        return String.format(
                Locale.ROOT,
                "%12.0f %12.0f %9.1f%% %9.2f %9.2f %8.2f%%  %s",
                step.offered(),
                step.answered(),
                step.achieved() * 100,
                step.p50(),
                step.p99(),
                step.errors() * 100,
                step.well() ? "well" : step.generatorBound() ? "generator bound" : "not well");
    }

    private void header(NetworkReport report) {
        NetworkOptions options = report.options();
        line("%s", report.knee() == null ? "Card network" : "Card network, search for the knee");
        line("  started    %s", report.startedAt());
        line(
                "  target     %s:%d, %s",
                options.links().host(), options.links().port(), options.links().style());
        line(
                "  links      %d, answers within %d ms",
                options.links().links(), options.links().timer().toMillis());
        line("  seed       %d", options.seed());
        line("  commit     %s", report.commit());
        line("  machine    %s", report.machine());
        line("  cards      %d", options.cards().cards().size());
    }

    private void result(NetworkResult result) {
        NetworkFigures figures = result.figures();
        NetworkFigures.Payments payments = figures.payments();
        LinkCounts links = figures.links();
        line("  arrivals   %s", result.options().traffic().arrivals().describe());
        line("");
        line(
                "%d messages answered in %.1f s: %.0f per second",
                links.answered(), figures.elapsed().toMillis() / 1e3, figures.messagesPerSecond());
        line(
                "%d sent, %d timed out, %d answered late, %d malformed, %d links lost",
                links.sent(), links.timedOut(), links.late(), links.malformed(), links.lost());
        line(
                "%d payments begun, %d ended, %d dropped, %d approved by stand-in, %d expired",
                payments.begun(), payments.ended(), payments.dropped(), payments.stoodIn(), payments.expired());
        line("");
        line("%-22s %9s %9s %9s %9s %9s %9s", "milliseconds", "count", "p50", "p90", "p99", "p99.9", "max");
        row("requests", figures.latencies().requests().percentiles());
        row("advices", figures.latencies().advices().percentiles());
        row("from actual sending", figures.latencies().service().percentiles());
        row("send lag", figures.latencies().sendLag().percentiles());
        if (figures.isGeneratorBound()) {
            line("The generator fell behind its schedule: the latencies say more about it than about the issuer.");
        }
        line("");
        new TreeMap<>(figures.answers()).forEach((answer, count) -> line("  %-10s %9d", answer, count));
        line("");
        line(
                "%d answers known exactly beforehand; %d accounts compared, %d unreadable, %d in doubt",
                result.exactlyPredicted(),
                result.compared().accounts(),
                result.compared().unreadable(),
                result.compared().doubtful());
    }

    private void knee(Knee knee) {
        line("");
        line("%12s %12s %10s %9s %9s %9s", "payments/s", "messages/s", "achieved", "p50 ms", "p99 ms", "errors");
        knee.steps().forEach(step -> line("%s", of(step)));
        line("");
        knee.found()
                .ifPresentOrElse(
                        found -> line(
                                "knee: %.0f payments/s, %.0f messages/s, p99 %.2f ms",
                                found.offered(), found.answered(), found.p99()),
                        () -> line("knee: below the first rate"));
    }

    private void row(String name, Percentiles of) {
        line(
                "%-22s %9d %9.2f %9.2f %9.2f %9.2f %9.2f",
                name, of.count(), of.p50(), of.p90(), of.p99(), of.p999(), of.max());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
