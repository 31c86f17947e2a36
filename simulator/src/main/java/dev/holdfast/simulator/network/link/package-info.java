/**
 * The network's end of the links to the issuer.
 *
 * <p>{@code NetworkLinks} keeps a number of connections, signs on to each, sends frames on those that are signed on, and
 * finds the request of each answer by message class, DE7, DE11 and DE32. A link that is lost is opened again, with growing
 * pauses; what was in flight on it is not answered. A message that is not answered in the network's time is given up, and
 * an answer that comes later is counted and dropped, as a network does.
 *
 * <p>Invariants: every message sent ends exactly once: answered or timed out; nothing but network management is
 * sent on a link that is not signed on; an answer counts only on the link of its request.
 *
 * <p>Threads: one event loop, the one on which the links were made.
 *
 * <p>Bounds: in flight at most {@code LinkOptions.maxInFlight}; a frame of at most 8,192 bytes; 256 links; a pause between
 * connections from 10 ms to 1 s. An echo is sent on a link that was silent for {@code LinkOptions.echoAfter}; a sign-on or
 * an echo that is not answered in the network's time ends the link.
 */
@NullMarked
package dev.holdfast.simulator.network.link;

import org.jspecify.annotations.NullMarked;
