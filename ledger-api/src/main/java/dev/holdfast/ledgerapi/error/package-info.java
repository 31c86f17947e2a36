/**
 * Every error that the HTTP face can answer: its code, its status, and what it comes from.
 *
 * <p>{@link dev.holdfast.ledgerapi.error.ErrorCode} is the closed set. {@link
 * dev.holdfast.ledgerapi.error.FailureErrors} maps each failure of the engine, {@link
 * dev.holdfast.ledgerapi.error.AccountErrors} each rejected account request; a refused ledger operation is no error but
 * an answer (status 200), so it is not here.
 *
 * <p>An {@link dev.holdfast.ledgerapi.error.ApiException} carries an error from wherever it is noticed to the one place
 * that writes it. Messages are fixed texts or name a field; they never repeat what the caller sent and never show
 * internals.
 *
 * <p>Threads: all values are immutable. Bound: at most {@link dev.holdfast.ledgerapi.error.Problems#MAX_DETAILS} details.
 */
@NullMarked
package dev.holdfast.ledgerapi.error;

import org.jspecify.annotations.NullMarked;
