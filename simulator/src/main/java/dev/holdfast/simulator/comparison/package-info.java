/**
 * Holds what the server says against what the model says.
 *
 * <p>{@code Examiner} does it for each answer, {@code FinalComparison} for every account, balance and hold when all is
 * quiet. A {@code Divergence} names the operation, its key, its request, and both answers.
 *
 * <p>Invariants: answers of one account are examined in the order in which the server gave them, because its callers
 * send one operation of an account at a time; a figure in a success must be exact, a figure in a refusal may be absent
 * but not wrong; a further delivery gets the same bytes. A read that fails makes the verdict unknown, never valid.
 *
 * <p>Threads: one; the load driver's event loop.
 *
 * <p>Bounds: the first 20 divergences are kept, the rest counted; the final comparison has 64 reads in flight and pages
 * of 100 holds.
 */
@NullMarked
package dev.holdfast.simulator.comparison;

import org.jspecify.annotations.NullMarked;
