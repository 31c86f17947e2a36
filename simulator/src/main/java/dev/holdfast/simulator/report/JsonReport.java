package dev.holdfast.simulator.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.SimulationResult;
import dev.holdfast.simulator.comparison.Comparison;
import dev.holdfast.simulator.comparison.Divergence;
import dev.holdfast.simulator.load.Interval;
import dev.holdfast.simulator.load.LoadCounts;
import dev.holdfast.simulator.load.LoadFigures;
import dev.holdfast.simulator.load.Percentiles;

import java.util.Locale;
import java.util.TreeMap;

/** A report for programs. Times are milliseconds unless the member says otherwise. */
public final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** Writes the report of a run. */
    public static String of(SimulationResult result, Machine machine) {
        return tree(result, machine).toPrettyString() + "\n";
    }

    static ObjectNode tree(SimulationResult result, Machine machine) {
        ObjectNode report = JSON.createObjectNode();
        report.put("title", result.options().labels().title());
        report.put("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
        report.put("verdict_text", TextReport.describe(result.verdict()));
        report.put("started_at", result.startedAt().toString());
        run(report, result.options(), machine);
        LoadFigures figures = result.figures();
        report.put("elapsed_seconds", figures.elapsed().toMillis() / 1e3);
        report.put("operations_per_second", rounded(figures.operationsPerSecond()));
        counts(report, figures.counts());
        latencies(report, figures);
        comparison(report, result);
        series(report.putArray("series"), figures);
        return report;
    }

    private static void run(ObjectNode report, SimulationOptions options, Machine machine) {
        report.put("seed", options.population().seed());
        report.put("run_id", options.population().runId());
        report.put("commit", options.labels().commit());
        report.put("fsync_mode", options.labels().fsyncMode());
        report.put("target", options.target().toString());
        report.putObject("machine")
                .put("cores", machine.cores())
                .put("memory_mib", machine.memoryMegabytes())
                .put("system", machine.system())
                .put("java", machine.java());
        report.put("arrivals", options.load().arrivals().describe());
        report.put("accounts", options.population().accounts());
        report.put("zipf_exponent", options.population().zipfExponent());
        report.put("refused_share", options.payments().refusedShare());
        report.put("duplicate_share", options.payments().duplicateShare());
        report.put("max_in_flight", options.load().maxInFlight());
        report.put("connections", options.delivery().connections().connections());
    }

    private static void counts(ObjectNode report, LoadCounts counts) {
        report.put("operations", counts.answered());
        report.put("applied", counts.applied());
        ObjectNode refusals = report.putObject("refusals");
        new TreeMap<>(counts.refusals()).forEach(refusals::put);
        report.putObject("payments")
                .put("begun", counts.payments().begun())
                .put("finished", counts.payments().finished())
                .put("dropped", counts.payments().dropped())
                .put("cut_off", counts.payments().cutOff());
        report.putObject("deliveries")
                .put("requests", counts.deliveries().requests())
                .put("duplicates", counts.deliveries().duplicates())
                .put("retries", counts.deliveries().retries())
                .put("unresolved", counts.deliveries().unresolved());
    }

    private static void latencies(ObjectNode report, LoadFigures figures) {
        LoadFigures.Latencies latencies = figures.latencies();
        ObjectNode all = report.putObject("latency_ms");
        percentiles(all.putObject("from_intended_start"), latencies.total());
        percentiles(all.putObject("from_actual_sending"), latencies.service());
        percentiles(all.putObject("send_lag"), latencies.sendLag());
        percentiles(all.putObject("generator_lag"), latencies.generatorLag());
        ObjectNode apart = report.putObject("latency_ms_by_operation");
        latencies.byOperation().forEach((operation, of) -> percentiles(apart.putObject(operation.wireName()), of));
        report.put("generator_bound", figures.generatorBound());
    }

    private static void percentiles(ObjectNode node, Percentiles of) {
        node.put("count", of.count())
                .put("p50", of.p50())
                .put("p90", of.p90())
                .put("p99", of.p99())
                .put("p99_9", of.p999())
                .put("p99_99", of.p9999())
                .put("max", of.max());
    }

    private static void comparison(ObjectNode report, SimulationResult result) {
        Comparison comparison = result.comparison();
        ObjectNode node = report.putObject("comparison")
                .put("accounts", comparison.accounts())
                .put("holds", comparison.holds())
                .put("unreadable", comparison.unreadable())
                .put("in_doubt", comparison.lost());
        comparison.problem().ifPresent(problem -> node.put("problem", problem));
        report.put("divergence_count", result.divergenceCount());
        ArrayNode divergences = report.putArray("divergences");
        for (Divergence divergence : result.divergences()) {
            divergences
                    .addObject()
                    .put("key", divergence.key())
                    .put("operation", divergence.operation())
                    .put("request", divergence.request())
                    .put("expected", divergence.expected())
                    .put("actual", divergence.actual());
        }
    }

    private static void series(ArrayNode series, LoadFigures figures) {
        for (Interval interval : figures.series()) {
            series.addObject()
                    .put("seconds", rounded(interval.endSeconds()))
                    .put("operations_per_second", rounded(interval.operationsPerSecond()))
                    .put("p50_ms", interval.p50Millis())
                    .put("p99_ms", interval.p99Millis())
                    .put("open_holds", interval.state().openHolds())
                    .put("in_flight", interval.state().inFlight())
                    .put("waiting", interval.state().waiting());
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
