/**
 * The ledger's operations: what may move, and why it may not.
 *
 * <p>A {@link dev.holdfast.engine.ledger.LedgerRequest} becomes a {@link dev.holdfast.engine.ledger.LedgerCommand}, which
 * a lane runs against the book; {@link dev.holdfast.engine.ledger.LedgerPolicy} holds the rules as pure functions, and
 * {@link dev.holdfast.engine.ledger.LedgerOutcome} is what the caller learns. The answer to a request is a function of
 * what the book has stored under its idempotency key, so a replay is the first answer again.
 *
 * <p>Threads: requests and outcomes are immutable; commands run on their lane's event loop.
 */
@NullMarked
package dev.holdfast.engine.ledger;

import org.jspecify.annotations.NullMarked;
