/**
 * The benchmark: how fast this machine's PostgreSQL takes journal rows at all, and what of that the lanes and the HTTP
 * server leave.
 *
 * <p>{@link dev.holdfast.ops.bench.Bench} runs the phases one after another on one database: {@link
 * dev.holdfast.ops.bench.RawRows} bare multi-row inserts, {@link dev.holdfast.ops.bench.EngineDoor} the engine in this
 * process, with a batch of one and with lanes as served, and {@link dev.holdfast.ops.bench.HttpDoor} a server in a
 * process of its own ({@link dev.holdfast.ops.bench.ServerProcess}: {@code serve}, with this process's Java options).
 * {@link dev.holdfast.ops.bench.ClosedLoad} finds what a door can do at most, {@link
 * dev.holdfast.ops.bench.SteadyLoad} how long it takes at a given rate.
 *
 * <p>The operations of every phase are alike: half {@code hold_balance}, half {@code debit_balance}, each on an account
 * drawn evenly, none refused. A phase is warmed up first; a figure is the median of several slices; a checkpoint before
 * each warm-up, and none after it unless PostgreSQL wants one, keeps full-page writes out of what is measured. Slices on
 * many accounts and on one take turns, so that the noise of the machine strikes both. At the end the journal must hold
 * exactly the operations that were acknowledged.
 *
 * <p>The generator shares the machine with what it measures. So it makes requests from prepared bytes and reads of an
 * answer what it must: status, length, success.
 *
 * <p>Threads: the phases block one thread; each load lives on one event loop. Bounds: every slice ends by the clock, and
 * every wait has a limit.
 */
@NullMarked
package dev.holdfast.ops.bench;

import org.jspecify.annotations.NullMarked;
