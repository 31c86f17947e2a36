/**
 * Reading the ledger: entries, holds, past balances, transactions, the trial balance.
 *
 * <p>{@link dev.holdfast.ledgerapi.query.QueryReader} turns query parameters into typed values and names every bad one at
 * once; each route submits to {@link dev.holdfast.engine.query.LedgerQueries} and writes what it gets. A cursor is the
 * engine's own text: it is passed through, and refused if the engine does not know it.
 *
 * <p>Invariant: amounts are written with exactly the currency's decimals, instants in UTC with microseconds.
 *
 * <p>Threads: stateless, on the event loop of the request. Bounds: {@link
 * dev.holdfast.engine.query.EntryFilter#MAX_LIMIT} elements per page, 50 unless asked; cursors of 512 characters.
 */
@NullMarked
package dev.holdfast.ledgerapi.query;

import org.jspecify.annotations.NullMarked;
