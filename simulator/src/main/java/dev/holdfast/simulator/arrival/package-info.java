/**
 * When payments begin: evenly, as a Poisson process, or as a Poisson process along a ramp.
 *
 * <p>An arrival schedule never looks at replies. That is what makes the load open: a slow server gets no relief, and its
 * slowness shows as latency instead of as a lower rate. Each class carries the derivation of its formula.
 *
 * <p>Invariants: arrivals never go back in time; the same seed gives the same schedule.
 *
 * <p>Threads: a schedule belongs to one thread; a shape is immutable.
 *
 * <p>Bounds: rates from 0.001 to 1,000,000 payments per second. A schedule is endless and keeps no past; the caller
 * stops asking.
 */
@NullMarked
package dev.holdfast.simulator.arrival;

import org.jspecify.annotations.NullMarked;
