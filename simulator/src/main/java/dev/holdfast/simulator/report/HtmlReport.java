package dev.holdfast.simulator.report;

import dev.holdfast.simulator.SimulationResult;

/**
 * A report for people: one HTML page, complete in itself. The page's script fills it from the JSON report that is
 * inlined in it.
 */
public final class HtmlReport {

    private static final String TEMPLATE = "/dev/holdfast/simulator/report/report.html";

    private HtmlReport() {}

    /** Writes the report of a run. */
    public static String of(SimulationResult result, Machine machine) {
        return Page.fill(TEMPLATE, JsonReport.tree(result, machine));
    }
}
