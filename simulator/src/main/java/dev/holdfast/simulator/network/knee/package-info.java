/**
 * Finding the knee: the highest rate at which an issuer still keeps its promise.
 *
 * <p>{@code KneeSearch} decides which rate to try next: each 1.25 times the one before while all is well, then the middle
 * between the best that was well and the worst that was not. {@code KneeRun} plays a run of the network at each rate. A
 * rate is well if the 99th percentile of requests is within the {@code Promise}, at least 98 % of what was sent was
 * answered by the end of the arrivals, and errors are rare, in one of three attempts. A step at which the generator itself was late does not count
 * as well either, and is marked, because then nothing is known about the issuer.
 *
 * <p>Invariants: what is found was tried and was well; the first rate not being well means that nothing was found.
 *
 * <p>Threads: the search is pure and belongs to one thread; each run of the network has its event loop.
 *
 * <p>Bounds: at most 40 steps of three attempts.
 */
@NullMarked
package dev.holdfast.simulator.network.knee;

import org.jspecify.annotations.NullMarked;
