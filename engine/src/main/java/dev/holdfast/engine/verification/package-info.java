/**
 * Recomputing the book from its journal. The full check streams every entry inside one repeatable-read snapshot, so it
 * may run while the ledger does, and holds one bucket's balances in memory at a time.
 */
@NullMarked
package dev.holdfast.engine.verification;

import org.jspecify.annotations.NullMarked;
