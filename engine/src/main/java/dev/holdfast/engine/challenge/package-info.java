/**
 * 3-D Secure challenges: the cardholder of a purchase is asked by the tenant's own app (OOB), or types a code that is made
 * here and sent by the tenant (OTP).
 *
 * <p>{@link dev.holdfast.engine.challenge.ChallengeTransitions} is the table of states; {@link
 * dev.holdfast.engine.challenge.ChallengePolicy} says what each step makes of a challenge. {@code ChallengeStatements} keeps the
 * same rules as conditions of its statements, which a test compares with the policy, step by step.
 *
 * <p>Invariants: a challenge has one terminal state, written by one conditional statement (CONCLUDE, or EXPIRE), and never
 * another; whether its time is over is asked of the database's clock in that statement. A typed code is counted (COUNT_ATTEMPT)
 * and the count committed before it is compared. A new code replaces the digest of the old one before it is sent, and the
 * count of attempts goes on. The code itself is in no row, log line or outcome: what is kept is its HMAC under a pepper that
 * is not in the database, until the challenge is over. A start has one effect for each account and key.
 *
 * <p>The tenant is reached by a port, {@link dev.holdfast.engine.challenge.ChallengeDelivery}, and never while a
 * transaction is open. What it answers after the challenge is over changes nothing. If this process dies while it is asked,
 * the challenge stays as it was, and expires.
 *
 * <p>Starts on one account come one after another, by an advisory lock, so that no two of them see the same room below the
 * hour's cap. Nothing else is locked: each further step is one statement on one row.
 *
 * <p>Bounds: {@link dev.holdfast.engine.challenge.ChallengeLimits}; a statement ends after two seconds; {@link
 * dev.holdfast.engine.challenge.Challenges#MAX_EXPIRED} rows of an expiry run. Threads: all types may be shared; whoever
 * wipes a code must be its only holder.
 */
@NullMarked
package dev.holdfast.engine.challenge;

import org.jspecify.annotations.NullMarked;
