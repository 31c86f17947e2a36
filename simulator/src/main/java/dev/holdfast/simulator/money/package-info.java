/**
 * Amounts as whole minor units of an ISO 4217 currency, and their decimal form on the wire.
 *
 * <p>The simulator has its own, apart from the engine's, so that a mistake in one cannot hide in the other.
 *
 * <p>Invariants: no floating point; a decimal read from the server has exactly the currency's decimals and no exponent,
 * and anything else is an error rather than a rounding.
 *
 * <p>Threads: immutable values, usable from any thread.
 *
 * <p>Bounds: {@code MAX_MINOR}, 9 x 10^15 minor units, for what a credit or deposit may leave on a balance.
 */
@NullMarked
package dev.holdfast.simulator.money;

import org.jspecify.annotations.NullMarked;
