/**
 * Tells what a run of the network, or a search for the knee, came to: as text for a terminal, as JSON for programs, and as
 * an HTML page that is complete in itself, with the course of the run and the knee plotted.
 *
 * <p>Invariants: the page shows what the JSON says, because its script fills it from the JSON; a report carries the seed and
 * everything else that is needed to play the run again; no card data, because nothing that is reported has any.
 *
 * <p>Threads: pure functions; call them off the event loop, because a page is half a megabyte.
 *
 * <p>Bounds: 20 divergences in full, a point a second for two hours, 40 steps of a search.
 */
@NullMarked
package dev.holdfast.simulator.network.report;

import org.jspecify.annotations.NullMarked;
