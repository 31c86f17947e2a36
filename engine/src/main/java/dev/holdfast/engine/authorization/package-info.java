/**
 * The decision: whether a card network's authorization request is approved, and for how much.
 *
 * <p>{@link dev.holdfast.engine.authorization.AuthorizationPolicy} is a pure function of the request and of what is known
 * when it is decided. Every failing reason is reported, in the order of {@link
 * dev.holdfast.engine.authorization.DeclineReason}, so that the first is the one that the network hears; what the
 * customer has comes last, so that a dead card does not tell what is on its account.
 *
 * <p>Owns: the request, the reasons, the policy. Does not know how requests look on the wire, how they are stored, or how
 * money is moved: the package {@code network} does the first two around it, {@code payment} the third.
 *
 * <p>Amounts are minor units. Threads: everything is immutable; no clock, no I/O, no randomness. Bounds: those of what it
 * is given.
 */
@NullMarked
package dev.holdfast.engine.authorization;

import org.jspecify.annotations.NullMarked;
