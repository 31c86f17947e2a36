/**
 * Spend controls: which purchases a card or an account may make, how large, how often.
 *
 * <p>A {@link dev.holdfast.engine.control.ControlSet} is one version of a list of rules. It begins as a draft, is then
 * watched as a shadow and only then decides. {@link dev.holdfast.engine.control.ControlPolicy} asks every rule of every
 * set and reports all that are broken, each with its version, its rule and a reason of its own.
 *
 * <p>Velocity is counted in {@linkplain dev.holdfast.engine.control.Bucket buckets}: a calendar window has one for each
 * of its periods, a sliding window one for each microsecond in which something was spent. Both are whole rows that either
 * count or do not, so a sum is exact at every edge. Of a sliding window {@link dev.holdfast.engine.control.RunningFigures}
 * are stored, to which a bucket is added when it comes in and from which it is taken once it has left: a purchase does not
 * sum its windows. What a message has spent is a
 * {@link dev.holdfast.engine.control.Use}, so that it can be given back wherever it was counted. A counter is named by
 * what it counts and not by the version that asked for it: a new version with another limit goes on counting.
 *
 * <p>{@link dev.holdfast.engine.control.ControlShelf} brings versions, counters and uses into a batch with one statement,
 * READ, after the balances are locked; nobody counts on an account without that lock. It writes, where there is something
 * to write: INSERT_COUNTERS, SET_FIGURES, ADD_BUCKETS, CHANGE_BUCKETS, DROP_EMPTY_BUCKETS, PUT_USES. Rules are remembered by the digest
 * of their text, and never which rules apply: what is activated or assigned is seen by the next purchase.
 * {@link dev.holdfast.engine.control.Controls} and {@link dev.holdfast.engine.control.ControlAssignments} change both, apart
 * from the lanes. {@link dev.holdfast.engine.control.PruningClock} has what no window sees deleted.
 *
 * <p>Invariants: a bucket is the sum of what its uses still have; stored figures are the sum of the buckets from their
 * {@code since} on, unless that is more than 12 hours behind the window's start; the order in which a message is counted and given back
 * does not matter; a decline counts nothing; a forced movement is counted whatever the limit.
 *
 * <p>Bounds: 8 controls a decision, each with a version that is active and one in shadow; 100 rules a version, of which 10
 * are velocity limits, in 65,536 characters; 10 conditions a rule, 1,000 values a condition;
 * {@link dev.holdfast.engine.control.Window#MAX_BUCKETS} buckets in a window; 1,000,000 events a backtest.
 *
 * <p>Threads: rules and policy have no I/O, no clock, no randomness, and are immutable but for
 * {@link dev.holdfast.engine.control.Velocity}, which like the shelf is confined to one batch or one backtest.
 */
@NullMarked
package dev.holdfast.engine.control;

import org.jspecify.annotations.NullMarked;
