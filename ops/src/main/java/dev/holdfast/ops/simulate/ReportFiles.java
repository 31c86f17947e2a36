package dev.holdfast.ops.simulate;

import dev.holdfast.simulator.SimulationResult;
import dev.holdfast.simulator.report.HtmlReport;
import dev.holdfast.simulator.report.JsonReport;
import dev.holdfast.simulator.report.Machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The report of a run, as files.
 *
 * @param html a page for a browser, complete in itself
 * @param json the same for programs
 */
public record ReportFiles(Path html, Path json) {

    /** Where reports go by default; below the working directory, and not under version control. */
    public static final String DEFAULT_DIRECTORY = ".holdfast/reports";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Writes both.
     *
     * @param kind the first part of the names
     * @throws SimulationFailed if they cannot be written
     */
    public static ReportFiles write(Path directory, String kind, SimulationResult result, Machine machine) {
        String name = kind + "-" + TIME.format(result.startedAt()) + "-"
                + result.options().population().runId();
        Path html = directory.resolve(name + ".html");
        Path json = directory.resolve(name + ".json");
        try {
            Files.createDirectories(directory);
            Files.writeString(html, HtmlReport.of(result, machine));
            Files.writeString(json, JsonReport.of(result, machine));
        } catch (IOException e) {
            throw new SimulationFailed("the report cannot be written to " + directory + ": " + e.getMessage(), e);
        }
        return new ReportFiles(html, json);
    }
}
