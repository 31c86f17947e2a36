/**
 * What goes wrong on the way between network and issuer.
 *
 * <p>{@code FaultyProxy} stands between the links and the issuer's port. It cuts both directions into frames and draws for
 * each, by the plan of its link, what becomes of it: lost, delayed, sent twice, byte by byte, damaged, cut in the middle, preceded by garbage. It can
 * also be an outage: all connections end, and new ones are refused until it is over.
 *
 * <p>Invariants: without a fault, bytes pass unchanged and in order; a damaged frame is never another valid message, so
 * what the network meant and what the issuer understood differ only by what was lost; what is drawn follows from the seed,
 * the connection's number and the frame's.
 *
 * <p>Threads: each connection on its own event loop; the count of faults may be read from any thread.
 *
 * <p>Bounds: a delay of at most one minute; a frame of at most 65,535 bytes; what waits for a slow reader is bounded by the
 * sockets' write queues, beyond which the other side is not read.
 */
@NullMarked
package dev.holdfast.simulator.network.fault;

import org.jspecify.annotations.NullMarked;
