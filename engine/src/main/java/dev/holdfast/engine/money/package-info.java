/**
 * Money as whole minor units of an ISO 4217 currency. Pure values: no clock, no randomness, no I/O, safe on any thread.
 *
 * <p>Invariants: a {@link dev.holdfast.engine.money.Money} never holds a fraction of a minor unit, and arithmetic never
 * wraps around: it throws {@link ArithmeticException} instead.
 *
 * <p>Bounds: an amount on the wire is at most {@link dev.holdfast.engine.money.Money#MAX_MINOR} minor units, so that it
 * survives a caller that reads JSON numbers as IEEE doubles.
 */
@NullMarked
package dev.holdfast.engine.money;

import org.jspecify.annotations.NullMarked;
