/**
 * The requests that the simulator can make, as values.
 *
 * <p>A {@code Call} is made by a payment, answered by the server, and predicted by the model; all three mean the same
 * record. It is complete: two deliveries of one call have the same bytes.
 *
 * <p>Invariants: a call never changes after it was made; only {@code restore_balance} and a change of status are without
 * an amount.
 *
 * <p>Threads: immutable values, usable from any thread.
 *
 * <p>Bounds: none of its own; the references are made short enough for the wire's limits by the payments that make
 * them.
 */
@NullMarked
package dev.holdfast.simulator.operation;

import org.jspecify.annotations.NullMarked;
