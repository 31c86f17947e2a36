/**
 * The server as the simulator sees it: HTTP requests and replies, and the JSON in them.
 *
 * <p>Requests are written and answers read by hand, with a streaming parser, because the generator has to outrun the
 * server. Reading is strict: a missing member or an amount without its currency's decimals is an error.
 *
 * <p>Invariants: the bytes of a call are always the same; the API key is in the header only, never in a message.
 *
 * <p>Threads: {@code LedgerClient} belongs to one event loop; the rest is stateless.
 *
 * <p>Bounds: connections and pipelining by configuration; a time-out on each delivery, kept to within 20 ms. How many
 * requests are outstanding is bounded by the callers.
 */
@NullMarked
package dev.holdfast.simulator.wire;

import org.jspecify.annotations.NullMarked;
