package dev.holdfast.ops.control;

import dev.holdfast.engine.control.BacktestReport;
import dev.holdfast.engine.control.ControlReason;
import dev.holdfast.engine.control.Violation;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A backtest's report as text. */
public final class BacktestTable {

    /** Changed decisions that are printed one by one, each way. */
    public static final int SHOWN = 20;

    private BacktestTable() {}

    public static void print(BacktestReport report, PrintWriter out) {
        BacktestReport.Counts counts = report.counts();
        out.printf(
                Locale.ROOT,
                "%s %d would decline %,d of %,d%s%n",
                report.version().control(),
                report.version().number(),
                counts.declined(),
                counts.asked(),
                share(counts));
        counts("reason", counts.reasons(), ControlReason::code, out);
        counts("rule", counts.rules(), rule -> rule, out);
        out.printf(
                Locale.ROOT,
                "%napproved then, declined now: %,d%n",
                report.newlyDeclined().size());
        report.newlyDeclined().stream()
                .limit(SHOWN)
                .forEach(purchase -> out.printf("  %s  %s  %s%n", purchase.at(), purchase.message(), why(purchase)));
        rest(report.newlyDeclined(), out);
        out.printf(
                Locale.ROOT,
                "declined then, approved now: %,d%n",
                report.newlyApproved().size());
        report.newlyApproved().stream()
                .limit(SHOWN)
                .forEach(purchase -> out.printf("  %s  %s%n", purchase.at(), purchase.message()));
        rest(report.newlyApproved(), out);
        out.flush();
    }

    private static String share(BacktestReport.Counts counts) {
        return counts.asked() == 0
                ? ""
                : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * counts.declined() / counts.asked());
    }

    /** The most frequent first. */
    private static <K> void counts(String title, Map<K, Integer> counts, Function<K, String> name, PrintWriter out) {
        if (counts.isEmpty()) {
            return;
        }
        out.printf("%n%-40s %9s%n", title, "declined");
        counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> name.apply(entry.getKey())))
                .forEach(
                        entry -> out.printf(Locale.ROOT, "%-40s %,9d%n", name.apply(entry.getKey()), entry.getValue()));
    }

    private static String why(BacktestReport.Declined purchase) {
        return purchase.violations().stream().map(BacktestTable::text).collect(Collectors.joining(", "));
    }

    private static String text(Violation violation) {
        return violation.rule() + ": " + violation.reason().code();
    }

    private static void rest(List<?> changed, PrintWriter out) {
        if (changed.size() > SHOWN) {
            out.printf(Locale.ROOT, "  and %,d more%n", changed.size() - SHOWN);
        }
    }
}
