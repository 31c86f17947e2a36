/**
 * A run of the simulated network: payments arrive, live their lives on the links, and are held against the model.
 *
 * <p>{@code NetworkSimulation} is the whole of it: read the accounts, sign on, let payments arrive, wait until every
 * message has ended and every advice is acknowledged, compare all balances. Arrivals are an open loop: nothing that the
 * issuer does delays them. A {@code PaymentPlayer} plays one payment. When a request is not answered in the network's
 * time, the network reverses it until that is acknowledged, perhaps after a repeat, and perhaps answers the merchant
 * itself, of which the issuer learns by an advice. Without any link the network stands in at once.
 *
 * <p>Invariants: latency counts from when a message was due, not from when it was sent; a message without an answer counts
 * with the network's time; the first fifth of a run, at most 2 s, is left out of the latencies; the seed decides which payments arrive and what is done to them, though not when answers come.
 *
 * <p>Threads: one event loop, and a thread that wakes it.
 *
 * <p>Bounds: payments alive at most {@code TrafficOptions.mostAlive}, beyond which arrivals are dropped and counted; an
 * advice is repeated 500 times; the end of a run waits 60 s for what is under way.
 */
@NullMarked
package dev.holdfast.simulator.network.run;

import org.jspecify.annotations.NullMarked;
