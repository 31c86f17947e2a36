package dev.holdfast.simulator.network.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.network.knee.Knee;
import dev.holdfast.simulator.network.knee.KneeStep;
import dev.holdfast.simulator.network.link.LinkCounts;
import dev.holdfast.simulator.network.oracle.Divergence;
import dev.holdfast.simulator.network.run.NetworkFigures;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkResult;
import dev.holdfast.simulator.report.Page;

import java.util.TreeMap;

/** A report for programs, and the page that shows it. Times are milliseconds unless the member says otherwise. */
public final class NetworkJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEMPLATE = "/dev/holdfast/simulator/network/report/network.html";

    private NetworkJson() {}

    public static String of(NetworkReport report) {
        return tree(report).toPrettyString() + "\n";
    }

    /** Returns the same as a page for a browser. */
    public static String page(NetworkReport report) {
        return Page.fill(TEMPLATE, tree(report));
    }

    private static ObjectNode tree(NetworkReport report) {
        ObjectNode node = JSON.createObjectNode();
        node.put("title", report.knee() == null ? "Card network" : "Card network, search for the knee");
        node.put("verdict", report.verdict());
        node.put("started_at", report.startedAt().toString());
        node.put("commit", report.commit());
        node.put("machine", report.machine().toString());
        options(node, report.options());
        node.put("divergence_count", report.divergenceCount());
        ArrayNode divergences = node.putArray("divergences");
        report.divergences().stream().map(Divergence::describe).forEach(divergences::add);
        if (report.result() != null) {
            result(node, report.result());
        }
        if (report.knee() != null) {
            knee(node.putObject("knee"), report.knee());
        }
        return node;
    }

    private static void options(ObjectNode node, NetworkOptions options) {
        node.put("seed", options.seed());
        node.put("target", options.links().host() + ":" + options.links().port());
        node.put("profile", options.links().style().toString());
        node.put("links", options.links().links());
        node.put("network_timer_ms", options.links().timer().toMillis());
        node.put("arrivals", options.traffic().arrivals().describe());
        node.put("cards", options.cards().cards().size());
        ObjectNode mix = node.putObject("mix");
        options.mix().weights().forEach((kind, weight) -> mix.put(kind.name(), weight));
    }

    private static void result(ObjectNode node, NetworkResult result) {
        NetworkFigures figures = result.figures();
        node.put("elapsed_seconds", figures.elapsed().toMillis() / 1e3);
        node.put("messages_per_second", rounded(figures.messagesPerSecond()));
        node.put("generator_bound", figures.isGeneratorBound());
        node.put("exactly_predicted", result.exactlyPredicted());
        ObjectNode latencies = node.putObject("latency_ms");
        percentiles(
                latencies.putObject("requests"), figures.latencies().requests().percentiles());
        percentiles(
                latencies.putObject("advices"), figures.latencies().advices().percentiles());
        percentiles(
                latencies.putObject("from_actual_sending"),
                figures.latencies().service().percentiles());
        percentiles(
                latencies.putObject("send_lag"), figures.latencies().sendLag().percentiles());
        ObjectNode byAnswer = node.putObject("latency_ms_by_answer");
        figures.latencies().byAnswer().forEach((answer, of) -> percentiles(byAnswer.putObject(answer), of));
        ObjectNode answers = node.putObject("answers");
        new TreeMap<>(figures.answers()).forEach(answers::put);
        counts(node, figures);
        node.putObject("comparison")
                .put("accounts", result.compared().accounts())
                .put("unreadable", result.compared().unreadable())
                .put("in_doubt", result.compared().doubtful())
                .put("problem", result.compared().problem());
        ArrayNode series = node.putArray("series");
        figures.course()
                .series()
                .forEach(point -> series.addObject()
                        .put("seconds", rounded(point.seconds()))
                        .put("messages_per_second", rounded(point.messagesPerSecond()))
                        .put("p50_ms", point.p50())
                        .put("p99_ms", point.p99())
                        .put("alive", point.alive()));
    }

    private static void counts(ObjectNode node, NetworkFigures figures) {
        node.putObject("payments")
                .put("begun", figures.payments().begun())
                .put("ended", figures.payments().ended())
                .put("dropped", figures.payments().dropped())
                .put("stood_in", figures.payments().stoodIn())
                .put("expired", figures.payments().expired());
        LinkCounts links = figures.links();
        node.putObject("messages")
                .put("sent", links.sent())
                .put("answered", links.answered())
                .put("late", links.late())
                .put("timed_out", links.timedOut())
                .put("malformed", links.malformed())
                .put("links_lost", links.lost());
    }

    private static void knee(ObjectNode node, Knee knee) {
        node.put("p99_limit_ms", knee.level().p99().toNanos() / 1e6);
        node.put("least_achieved", knee.level().leastAchieved());
        node.put("most_errors", knee.level().mostErrors());
        knee.found().ifPresent(found -> step(node.putObject("found"), found));
        ArrayNode steps = node.putArray("steps");
        knee.steps().forEach(each -> step(steps.addObject(), each));
    }

    private static void step(ObjectNode node, KneeStep step) {
        node.put("offered_payments_per_second", rounded(step.offered()))
                .put("answered_messages_per_second", rounded(step.answered()))
                .put("achieved", step.achieved())
                .put("p50_ms", step.p50())
                .put("p99_ms", step.p99())
                .put("errors", step.errors())
                .put("generator_bound", step.generatorBound())
                .put("well", step.well());
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

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
