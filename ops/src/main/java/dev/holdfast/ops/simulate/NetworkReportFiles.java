package dev.holdfast.ops.simulate;

import dev.holdfast.simulator.network.report.NetworkJson;
import dev.holdfast.simulator.network.report.NetworkReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The report of the simulated network, as files.
 *
 * @param html a page for a browser, complete in itself
 * @param json the same for programs
 */
public record NetworkReportFiles(Path html, Path json) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Writes both.
     *
     * @throws SimulationFailed if they cannot be written
     */
    public static NetworkReportFiles write(Path directory, NetworkReport report) {
        String name = (report.knee() == null ? "network-" : "knee-") + TIME.format(report.startedAt());
        Path html = directory.resolve(name + ".html");
        Path json = directory.resolve(name + ".json");
        try {
            Files.createDirectories(directory);
            Files.writeString(html, NetworkJson.page(report));
            Files.writeString(json, NetworkJson.of(report));
        } catch (IOException e) {
            throw new SimulationFailed("the report cannot be written to " + directory + ": " + e.getMessage(), e);
        }
        return new NetworkReportFiles(html, json);
    }
}
