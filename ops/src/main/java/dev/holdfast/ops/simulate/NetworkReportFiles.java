package dev.holdfast.ops.simulate;

import dev.holdfast.simulator.network.report.NetworkJson;
import dev.holdfast.simulator.network.report.NetworkReport;
import dev.holdfast.simulator.network.run.NetworkFigures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The report of the simulated network, as files. Beside them are the latencies of a run as HdrHistogram's plotters read
 * them, {@code .requests.hgrm} and {@code .advices.hgrm}, and the seal of the JSON.
 *
 * @param html a page for a browser, complete in itself
 * @param json the same for programs
 */
public record NetworkReportFiles(Path html, Path json) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Writes them.
     *
     * @throws SimulationFailed if they cannot be written
     */
    public static NetworkReportFiles write(Path directory, NetworkReport report, ReportSeal seal) {
        String name = (report.knee() == null ? "network-" : "knee-") + TIME.format(report.startedAt());
        Path html = directory.resolve(name + ".html");
        Path json = directory.resolve(name + ".json");
        try {
            Files.createDirectories(directory);
            Files.writeString(html, NetworkJson.page(report));
            Files.writeString(json, NetworkJson.of(report));
            seal.put(json);
            if (report.result() != null) {
                latencies(directory.resolve(name), report.result().figures().latencies());
            }
        } catch (IOException e) {
            throw new SimulationFailed("the report cannot be written to " + directory + ": " + e.getMessage(), e);
        }
        return new NetworkReportFiles(html, json);
    }

    private static void latencies(Path start, NetworkFigures.Latencies latencies) throws IOException {
        Files.writeString(
                Path.of(start + ".requests.hgrm"), latencies.requests().hgrm());
        Files.writeString(Path.of(start + ".advices.hgrm"), latencies.advices().hgrm());
    }
}
