/**
 * Spend controls: which purchases a card or an account may make, how large, how often.
 *
 * <p>A {@link dev.holdfast.engine.control.ControlSet} is one version of a list of rules. It begins as a draft, is then
 * watched as a shadow and only then decides. {@link dev.holdfast.engine.control.ControlPolicy} asks every rule of every
 * set and reports all that are broken, each with its version, its rule and a reason of its own.
 *
 * <p>Velocity is counted in {@linkplain dev.holdfast.engine.control.Bucket buckets}: a calendar window has one for each
 * of its periods, a sliding window one for each microsecond in which something was spent. Both are whole rows that either
 * count or do not, so a sum is exact at every edge. What a message has spent is a
 * {@link dev.holdfast.engine.control.Use}, so that it can be given back wherever it was counted. A counter is named by
 * what it counts and not by the version that asked for it: a new version with another limit goes on counting.
 *
 * <p>Invariants: a bucket is the sum of what its uses still have; the order in which a message is counted and given back
 * does not matter; a decline counts nothing; a forced movement is counted whatever the limit.
 *
 * <p>Bounds: 8 sets a decision, 100 rules a set, of which 10 are velocity limits; 10 conditions a rule, 1,000 values a
 * condition; {@link dev.holdfast.engine.control.Window#MAX_BUCKETS} buckets read for a limit; 1,000,000 events a backtest.
 *
 * <p>Threads: no I/O, no clock, no randomness. All is immutable but {@link dev.holdfast.engine.control.Velocity}, which is
 * confined to who made it, for one batch or one backtest.
 */
@NullMarked
package dev.holdfast.engine.control;

import org.jspecify.annotations.NullMarked;
