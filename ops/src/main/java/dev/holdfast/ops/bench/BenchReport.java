package dev.holdfast.ops.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** A benchmark's figures, for people and for programs. */
public final class BenchReport {

    private static final JsonMapper JSON = new JsonMapper();

    private BenchReport() {}

    /** A table, with what was expected. */
    public static String text(BenchFigures figures) {
        BenchFigures.Http http = figures.http();
        StringBuilder text = new StringBuilder(setting(figures.setting())).append('\n');
        row(text, "(a) bare multi-row inserts of journal rows", figures.rawRowsPerSecond());
        row(text, "(b) one transaction per operation", figures.singleOpsPerSecond());
        row(text, "(c) lanes in process, many accounts", figures.lanes().many());
        row(text, "(c) lanes in process, 1 account", figures.lanes().one());
        row(text, "(d) lanes over HTTP, many accounts", http.many());
        row(text, "(d) lanes over HTTP, 1 account", http.one());
        line(text, "%-46s %10.1f ms, p99 %.1f ms", "    p50 at 128 in flight", http.p50Millis(), http.p99Millis());
        line(
                text,
                "%-46s %10.1f ms, p99 %.1f ms (at %,.0f /s)",
                "    p50 at half that rate",
                http.half().p50Millis(),
                http.half().p99Millis(),
                http.half().perSecond());
        BenchFigures.Cards cards = figures.cards();
        row(text, "(e) authorizations over ISO 8583, many cards", cards.many());
        row(text, "(e) authorizations over ISO 8583, 1 account", cards.one());
        row(text, "(e) with 10 controls a card", cards.ten());
        row(text, "(e) with 50 controls a card", cards.fifty());
        row(text, "    the generator, on a host that does nothing", cards.ceiling());
        line(
                text,
                "%-46s %10.1f ms, p99 %.1f ms, p99.9 %.1f ms (at %,.0f /s)",
                "    p50 at half of that rate",
                cards.half().p50Millis(),
                cards.half().p99Millis(),
                cards.halfP999Millis(),
                cards.half().perSecond());
        ServerMemory memory = figures.memory();
        line(
                text,
                "%-46s %10.0f MiB used, %.0f committed, %.0f resident at most",
                "    server memory: heap after a collection",
                memory.usedHeap(),
                memory.committedHeap(),
                memory.resident());
        text.append('\n');
        for (Expectation expectation : Expectation.values()) {
            double measured = expectation.measured(figures);
            line(
                    text,
                    measured < 10 ? "%-46s %10.2f    %-18s %s" : "%-46s %,10.0f    %-18s %s",
                    expectation.text(),
                    measured,
                    expectation.wanted(),
                    expectation.reached(figures) ? "reached" : "NOT REACHED");
        }
        return text.toString();
    }

    private static String setting(BenchFigures.Setting setting) {
        BenchOptions options = setting.options();
        StringBuilder text = new StringBuilder();
        line(text, "machine     %s", setting.machine());
        line(text, "java        %s", setting.java());
        line(
                text,
                "database    PostgreSQL %s, %s",
                setting.database().version(),
                setting.database().durability());
        line(text, "commit      %s", setting.commit());
        line(
                text,
                "slices      %d of %d s each, the median counts; half holds, half debits; %,d accounts",
                options.repetitions(),
                options.measured().toSeconds(),
                options.accounts());
        return text.toString();
    }

    private static void row(StringBuilder text, String name, double perSecond) {
        line(text, "%-46s %,10.0f /s", name, perSecond);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** The same as JSON. */
    public static String json(BenchFigures figures) {
        ObjectNode report = JSON.createObjectNode();
        BenchFigures.Http http = figures.http();
        report.put("raw_rows_per_s", Math.round(figures.rawRowsPerSecond()))
                .put("single_ops_per_s", Math.round(figures.singleOpsPerSecond()))
                .put("lanes_ops_per_s", Math.round(figures.lanes().many()))
                .put("lanes_hot_ops_per_s", Math.round(figures.lanes().one()))
                .put("http_ops_per_s", Math.round(http.many()))
                .put("http_hot_ops_per_s", Math.round(http.one()))
                .put("http_p50_ms", http.p50Millis())
                .put("http_p99_ms", http.p99Millis())
                .put("http_half_ops_per_s", Math.round(http.half().perSecond()))
                .put("http_half_p50_ms", http.half().p50Millis())
                .put("http_half_p99_ms", http.half().p99Millis())
                .put("iso8583_auths_per_s", Math.round(figures.cards().many()))
                .put("iso8583_hot_auths_per_s", Math.round(figures.cards().one()))
                .put(
                        "iso8583_10_controls_auths_per_s",
                        Math.round(figures.cards().ten()))
                .put(
                        "iso8583_50_controls_auths_per_s",
                        Math.round(figures.cards().fifty()))
                .put("iso8583_generator_per_s", Math.round(figures.cards().ceiling()))
                .put(
                        "iso8583_half_auths_per_s",
                        Math.round(figures.cards().half().perSecond()))
                .put("iso8583_half_p50_ms", figures.cards().half().p50Millis())
                .put("iso8583_half_p99_ms", figures.cards().half().p99Millis())
                .put("iso8583_half_p999_ms", figures.cards().halfP999Millis())
                .put("server_heap_mb", Math.round(figures.memory().usedHeap()))
                .put("server_heap_committed_mb", Math.round(figures.memory().committedHeap()))
                .put("server_rss_mb", Math.round(figures.memory().resident()));
        report.putObject("ratios")
                .put("lanes_to_raw", ratio(figures.lanes().many(), figures.rawRowsPerSecond()))
                .put("lanes_to_single", ratio(figures.lanes().many(), figures.singleOpsPerSecond()))
                .put(
                        "lanes_hot_to_lanes",
                        ratio(figures.lanes().one(), figures.lanes().many()))
                .put("http_to_lanes", ratio(http.many(), figures.lanes().many()))
                .put("http_hot_to_http", ratio(http.one(), http.many()));
        expectations(report.putArray("expectations"), figures);
        setting(report, figures.setting());
        return report.toPrettyString() + "\n";
    }

    private static void expectations(ArrayNode expectations, BenchFigures figures) {
        for (Expectation expectation : Expectation.values()) {
            expectations
                    .addObject()
                    .put("figure", expectation.text())
                    .put("wanted", expectation.wanted())
                    .put("measured", Math.round(expectation.measured(figures) * 100) / 100.0)
                    .put("reached", expectation.reached(figures));
        }
    }

    private static void setting(ObjectNode report, BenchFigures.Setting setting) {
        report.put("cores", setting.machine().cores())
                .put("memory_mib", setting.machine().memoryMegabytes())
                .put("system", setting.machine().system())
                .put("java", setting.java())
                .put("postgresql", setting.database().version())
                .put("fsync", setting.database().fsync())
                .put("synchronous_commit", setting.database().synchronousCommit())
                .put("full_page_writes", setting.database().fullPageWrites())
                .put("commit", setting.commit())
                .put("slice_seconds", setting.options().measured().toMillis() / 1e3)
                .put("slices", setting.options().repetitions())
                .put("accounts", setting.options().accounts());
    }

    private static double ratio(double part, double whole) {
        return Math.round(part / whole * 1_000) / 1_000.0;
    }
}
