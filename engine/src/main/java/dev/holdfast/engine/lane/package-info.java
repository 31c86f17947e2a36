/**
 * Lanes: how many small commands become few large transactions without waiting for each other.
 *
 * <p>A {@link dev.holdfast.engine.lane.Lane} owns one database connection, one bounded queue and one event-loop context.
 * It takes all that waits as the next batch and runs it in two network flushes: load (lock and read what the commands
 * name) and flush (write what changed, commit). Between the two, every command decides in memory, in arrival order, and
 * sees what the ones before it did. Outcomes are handed out after the commit, never before.
 *
 * <p>Invariants: a command is answered exactly once; an outcome is answered only if it is committed; a failure whose kind
 * says that nothing was applied is answered only if that is certain. A lost answer to a commit is resolved by running the
 * batch again, which recalls what had been committed by its keys. The lane keeps nothing between batches: the database
 * is the only truth, and other processes may run lanes on it.
 *
 * <p>Threads: {@code submit} may be called from any thread; everything else of a lane runs on its event loop. Answers
 * are handed out on the submitter's context.
 *
 * <p>Bounds ({@link dev.holdfast.engine.lane.LaneOptions}): queue length, batch size, time without an answer from the
 * database, time to resolve a doubt; five retries of a batch; splits as deep as the logarithm of the batch.
 */
@NullMarked
package dev.holdfast.engine.lane;

import org.jspecify.annotations.NullMarked;
