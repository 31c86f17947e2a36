/**
 * Load on the server: an open loop that plays payments and examines every answer.
 *
 * <p>{@code OpenLoop} takes arrivals when they are due, {@code Dispatcher} sends their operations and plans
 * what follows, {@code AccountLanes} lets one operation of an account out at a time, {@code Recorder} keeps the figures.
 * Latency counts from the intended start, so time spent waiting for a slow server, for the account's earlier operation,
 * or between retries is part of it (no coordinated omission). Service time, from the actual sending, stands beside it.
 *
 * <p>Invariants: the schedule does not depend on replies; at most one operation of an account is out, but for further
 * copies of the same request; an account whose state is in doubt gets no further operation.
 *
 * <p>Threads: one event loop, on which everything here is made and used.
 *
 * <p>Bounds: operations in flight, operations waiting (then arrivals are dropped and counted), attempts and pauses per
 * delivery, duration, payments, time to drain, points of the series (1,200). Every bound is an option or a constant.
 */
@NullMarked
package dev.holdfast.simulator.load;

import org.jspecify.annotations.NullMarked;
