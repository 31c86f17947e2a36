/**
 * Reports of a run, as text, as JSON, and as one HTML page with plots.
 *
 * <p>All three say the same: seed, commit, machine, fsync mode, rates, percentiles, refusals by reason, duplicates and
 * retries, divergences, verdict. The HTML page is complete in itself: style, data and the chart library (Chart.js, from
 * its WebJar) are inlined, and it fetches nothing.
 *
 * <p>Invariants: the API key is in no report; everything that comes from the server is escaped.
 *
 * <p>Threads: pure functions of a result; any thread.
 *
 * <p>Bounds: at most 20 divergences and 1,200 points of a series, so that a page stays under a megabyte.
 */
@NullMarked
package dev.holdfast.simulator.report;

import org.jspecify.annotations.NullMarked;
