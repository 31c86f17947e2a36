package dev.holdfast.simulator.report;

import dev.holdfast.simulator.SimulationResult;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A report for people: one HTML page, complete in itself. The page's script fills it from the JSON report that is
 * inlined in it.
 */
public final class HtmlReport {

    private static final String TEMPLATE = "/dev/holdfast/simulator/report/report.html";
    /** The version is part of a WebJar's path; a test fails when it no longer fits the dependency. */
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/chartjs/4.4.3/dist/chart.umd.js";

    private HtmlReport() {}

    /** Writes the report of a run. */
    public static String of(SimulationResult result, Machine machine) {
        // "</" ends a script element wherever it stands; "<\/" is the same text to a JSON reader.
        String data = JsonReport.tree(result, machine)
                .toString()
                .replace("</", "<\\/")
                .replace("<!--", "<\\u0021--");
        return resource(TEMPLATE)
                .replace("/*chart-library*/", withoutSourceMap(resource(CHART_LIBRARY)))
                .replace("{\"report\": \"data\"}", data);
    }

    /** The map is a file beside the library, which a page on its own does not have. */
    private static String withoutSourceMap(String script) {
        return script.replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    }

    private static String resource(String path) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
