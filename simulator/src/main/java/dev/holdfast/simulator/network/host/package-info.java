/**
 * A host that does nothing, to see how much the simulator itself can do.
 *
 * <p>{@code NullHost} answers every message at once and keeps nothing: requests are approved, advices acknowledged. A load
 * against it measures the generator's ceiling; what an issuer shows near that ceiling says more about the generator.
 *
 * <p>Invariants: each message gets one answer, on its link, with the fields that a network demands. It keeps no books, so a
 * comparison with it is meaningless, and its answers to repeats and to what was reversed are wrong.
 *
 * <p>Threads: each connection on an event loop of its own.
 *
 * <p>Bounds: those of the codec; an answer that the network does not read waits in the socket's write queue.
 */
@NullMarked
package dev.holdfast.simulator.network.host;

import org.jspecify.annotations.NullMarked;
