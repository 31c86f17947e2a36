/**
 * The six ledger operations of the card network's caller, and the tenant's deposits and withdrawals.
 *
 * <p>{@link dev.holdfast.ledgerapi.ledger.LedgerRoute} and {@link dev.holdfast.ledgerapi.ledger.TransferRoute} decode
 * their forms into the engine's request; {@link dev.holdfast.ledgerapi.ledger.LedgerAnswer} writes the engine's outcome.
 * This is the hot path: one pass over the body, one pass over the answer, no tree and no reflection.
 *
 * <p>Invariants: a refusal is an answer with status 200 and {@code success: false}. The answer is a function of the
 * operation, the request and what the engine has stored, so a replay is the same bytes. Whether a movement is imposed by
 * the network is the tenant's setting and never a member of the request.
 *
 * <p>Threads: stateless, on the event loop of the request.
 */
@NullMarked
package dev.holdfast.ledgerapi.ledger;

import org.jspecify.annotations.NullMarked;
