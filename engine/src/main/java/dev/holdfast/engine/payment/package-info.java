/**
 * What one card payment owes: its messages as facts, and the money that follows from them.
 *
 * <p>A card network sends the messages of a payment late, repeated and in any order. So a payment is not a state machine
 * that each message pushes on, but the set of the facts that the messages state: amounts approved, amounts that reversals
 * leave of them, captures, refunds, expiry. Adding a fact is commutative and idempotent, and the money is a function of
 * the set ({@link dev.holdfast.engine.payment.Payment#position}); after each message the book is moved from the position
 * before to the position after ({@link dev.holdfast.engine.payment.Steps}). Hence any order of the same messages ends in
 * the same balances, and a message that was there before moves nothing.
 *
 * <p>Owns: the facts and the arithmetic, the command that answers a message, and the rows of payments beside the
 * ledger's. Knows nothing of how messages look on the wire. Amounts are minor units of the currency in which the account
 * is billed.
 *
 * <p>Invariants: held and charged are never negative; what is held and charged together never exceeds what was approved,
 * except for what was captured beyond it; what is held is on the newest of the payment's holds. Bounds:
 * {@link dev.holdfast.engine.payment.Payment#MAX_FACTS} facts. Threads: all is immutable but the shelf and its payments,
 * which are confined to their batch.
 */
@NullMarked
package dev.holdfast.engine.payment;

import org.jspecify.annotations.NullMarked;
