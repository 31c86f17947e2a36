/**
 * A run of the Open Fabric caller for somebody who watches: a live summary while it runs, a report when it has ended.
 *
 * <p>{@link dev.holdfast.ops.simulate.WatchedRun} joins the simulation and a {@link dev.holdfast.ops.simulate.LiveView},
 * which draws on a terminal or prints a line every few seconds; {@link dev.holdfast.ops.simulate.ReportFiles} writes the
 * report.
 *
 * <p>{@link dev.holdfast.ops.simulate.NetworkPlay} does the same for the simulated card network, or finds its knee, with a
 * proxy in between if the weather is to be bad; {@link dev.holdfast.ops.simulate.NetworkReportFiles} writes its report.
 *
 * <p>Invariants: drawing never holds up the simulation; whatever ends a run, the terminal is restored before the report is
 * printed.
 *
 * <p>Threads: the simulation hands snapshots over on its event loop; a thread of the view draws; the one who waits for
 * the result may block. Bounds: two frames a second; 600 points of history.
 */
@NullMarked
package dev.holdfast.ops.simulate;

import org.jspecify.annotations.NullMarked;
