/**
 * Who pays, and how much: accounts, how often each is used, their currencies, and amounts.
 *
 * <p>An account is a pure function of the seed and its index, so a population of a million takes no memory but for the
 * cumulative sums of the Zipf distribution (8 bytes per account).
 *
 * <p>Invariants: the same seed gives the same accounts and amounts; the run id is part of each reference, so that two
 * runs on one database never share an account.
 *
 * <p>Threads: {@code Population} is immutable; a random generator belongs to one thread.
 *
 * <p>Bounds: at most 1,000,000 accounts and 16 currencies; no purchase above the worth of 5,000 dollars.
 */
@NullMarked
package dev.holdfast.simulator.population;

import org.jspecify.annotations.NullMarked;
