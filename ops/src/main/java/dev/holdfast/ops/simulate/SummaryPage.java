package dev.holdfast.ops.simulate;

import dev.holdfast.ops.terminal.Graph;
import dev.holdfast.ops.terminal.Palette;
import dev.holdfast.ops.terminal.Size;
import dev.holdfast.simulator.load.Interval;
import dev.holdfast.simulator.load.LoadCounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A run's summary as one screen. A taller terminal gets taller graphs and more reasons of refusal. */
final class SummaryPage {

    private static final int LABEL = 14;
    private static final int FIGURE = 10;
    private static final int MARGIN = 2;

    /** Lines that are always there: all but graphs, reasons and links. */
    private static final int FIXED_LINES = 13;

    /** Throughput, two percentiles and open holds. */
    private static final int GRAPHS = 4;

    private static final int MOST_REASONS = 8;
    private static final int TALLEST_GRAPH = 3;

    private final RunState state;
    private final Palette palette;
    private final int width;
    private final int reasons;
    private final int graphHeight;
    private final List<String> lines = new ArrayList<>();

    private SummaryPage(RunState state, Palette palette, Size size) {
        this.state = state;
        this.palette = palette;
        this.width = size.columns() - MARGIN;
        int free = size.rows() - FIXED_LINES - state.header().links().size();
        this.graphHeight = Math.min(TALLEST_GRAPH, Math.max(1, (free - MOST_REASONS) / GRAPHS - 1));
        this.reasons = Math.max(0, Math.min(MOST_REASONS, free - GRAPHS * (graphHeight == 1 ? 1 : graphHeight + 1)));
    }

    static List<String> of(RunState state, Palette palette, Size size) {
        SummaryPage page = new SummaryPage(state, palette, size);
        page.heading();
        page.graphs();
        page.counts();
        page.refusals();
        page.lights();
        page.footer();
        return page.lines;
    }

    private void heading() {
        RunHeader header = state.header();
        String left = header.title() + "   seed " + header.seed();
        String right = state.activity() + "   " + state.clock();
        int gap = Math.max(1, width - left.length() - right.length());
        line(palette.bold(header.title())
                + left.substring(header.title().length())
                + " ".repeat(gap)
                + palette.cyan(right));
        line(palette.faint(palette.rule().repeat(Math.max(0, width))));
    }

    private void graphs() {
        Interval now = state.snapshot().now();
        graph("operations/s", "%,.0f", now.operationsPerSecond(), Interval::operationsPerSecond);
        graph("p50", "%,.1f ms", now.p50Millis(), Interval::p50Millis);
        graph("p99", "%,.1f ms", now.p99Millis(), Interval::p99Millis);
        graph(
                "open holds",
                "%,.0f",
                (double) now.state().openHolds(),
                interval -> interval.state().openHolds());
        if (graphHeight == 1) {
            line("");
        }
    }

    private void graph(String label, String format, double value, ToDoubleFunction<Interval> figure) {
        int columns = width - LABEL - FIGURE - MARGIN;
        List<String> graph = Graph.of(state.history().of(figure), Math.max(1, columns), graphHeight, palette.levels());
        String figures = String.format(Locale.ROOT, "%" + FIGURE + "s", String.format(Locale.ROOT, format, value));
        for (int i = 0; i < graph.size(); i++) {
            // The figure stands beside the foot of its graph.
            boolean foot = i == graph.size() - 1;
            String text = foot ? padded(label) + palette.bold(figures) : " ".repeat(LABEL + FIGURE);
            line(text + "  " + palette.cyan(graph.get(i)));
        }
        if (graphHeight > 1) {
            line("");
        }
    }

    private void counts() {
        LoadCounts counts = state.snapshot().counts();
        LoadCounts.Payments payments = counts.payments();
        LoadCounts.Deliveries deliveries = counts.deliveries();
        line(padded("payments") + number(payments.begun()) + " begun, " + plain(payments.finished()) + " finished"
                + attention(payments.dropped(), " dropped"));
        line(padded("operations") + number(counts.answered()) + " answered, " + plain(counts.applied()) + " applied"
                + attention(deliveries.unresolved(), " without an answer"));
        line(padded("requests") + number(deliveries.requests()) + " sent, " + plain(deliveries.duplicates())
                + " of them twice on purpose, " + plain(deliveries.retries()) + " retries");
    }

    private void refusals() {
        Map<String, Long> refusals = state.snapshot().counts().refusals();
        line(padded("refused") + number(state.refused()));
        List<Map.Entry<String, Long>> most = refusals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(reasons)
                .toList();
        for (int i = 0; i < reasons; i++) {
            line(i < most.size() ? reason(most.get(i)) : "");
        }
        line("");
    }

    private String reason(Map.Entry<String, Long> refusal) {
        int columns = Math.max(0, Math.min(40, width - LABEL - FIGURE - 24));
        int bar = (int) Math.ceil((double) columns * refusal.getValue() / Math.max(1, state.refused()));
        String full = palette.levels().substring(palette.levels().length() - 1);
        return " ".repeat(LABEL) + number(refusal.getValue()) + "  " + String.format("%-22s", refusal.getKey())
                + palette.yellow(full.repeat(bar));
    }

    private void lights() {
        long divergences = state.snapshot().divergences();
        String answers = divergences == 0
                ? palette.green(palette.light() + " all as the model says")
                : palette.red(palette.light() + " " + plain(divergences) + " differ from the model");
        line(padded("answers") + answers);
        line(padded("invariants") + invariants());
        line("");
    }

    private String invariants() {
        String light = palette.light() + " ";
        return switch (state.invariants()) {
            case NOT_WATCHED -> palette.faint(light + "watched by the server, see its metrics");
            case NOT_CHECKED_YET -> palette.faint(light + "not compared yet");
            case HOLD ->
                palette.green(light + "debits equal credits") + "   "
                        + palette.green(light + "totals equal the balances");
            case BROKEN -> palette.red(light + "BROKEN: the sums do not agree");
        };
    }

    private void footer() {
        state.header().links().forEach(link -> line(padded(link.name()) + link.url()));
        line(palette.faint("Ctrl-C ends the run; then comes the report."));
    }

    private void line(String text) {
        lines.add(" " + text);
    }

    private static String padded(String label) {
        return String.format("%-" + LABEL + "s", label);
    }

    private String number(long value) {
        return palette.bold(String.format(Locale.ROOT, "%," + FIGURE + "d", value));
    }

    private static String plain(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private String attention(long value, String what) {
        return value == 0 ? "" : ", " + palette.red(plain(value) + what);
    }
}
