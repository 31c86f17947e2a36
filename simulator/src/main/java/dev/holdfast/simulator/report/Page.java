package dev.holdfast.simulator.report;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An HTML page that is complete in itself: a template with the chart library, the style and script that all pages share, and
 * the report's data inlined.
 */
public final class Page {

    /** The version is part of a WebJar's path; a test fails when it no longer fits the dependency. */
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/chartjs/4.4.3/dist/chart.umd.js";

    private static final String STYLE = "/dev/holdfast/simulator/report/page.css";
    private static final String SCRIPT = "/dev/holdfast/simulator/report/page.js";

    private Page() {}

    /** @param template its absolute name on the class path */
    public static String fill(String template, JsonNode data) {
        // "</" ends a script element wherever it stands; "<\/" is the same text to a JSON reader.
        String text = data.toString().replace("</", "<\\/").replace("<!--", "<\\u0021--");
        return resource(template)
                .replace("/*chart-library*/", withoutSourceMap(resource(CHART_LIBRARY)))
                .replace("/*page-style*/", resource(STYLE))
                .replace("/*page-script*/", resource(SCRIPT))
                .replace("{\"report\": \"data\"}", text);
    }

    /** The map is a file beside the library, which a page on its own does not have. */
    private static String withoutSourceMap(String script) {
        return script.replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    }

    private static String resource(String path) {
        try (InputStream in = Page.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
