/**
 * Reading the ledger: accounts, journal, holds, past balances, totals. Reads go to a pool of their own and never wait
 * for a lane; each answer is one statement's snapshot of committed rows. Every list has a bound.
 */
@NullMarked
package dev.holdfast.engine.query;

import org.jspecify.annotations.NullMarked;
