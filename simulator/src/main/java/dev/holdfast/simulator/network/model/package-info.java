/**
 * An executable model of an issuer, written from the description of the wire alone.
 *
 * <p>A payment is a set of facts: what was approved, what stand-in approved, what was taken back, presented, refunded.
 * {@code PaymentFacts.effect} is a function of that set, so the order in which the facts came cannot matter. A
 * {@code ModelAccount} is what its payments come to, above what it was opened with. {@code DecisionPolicy} says which
 * answer to a request is due, {@code ModelIssuer} plays the whole issuer: the same draft always gets the same answer.
 *
 * <p>Invariants: a fact is never taken out; the same fact twice is one fact; available plus held changes only by what was
 * charged and refunded; an answer's effect is on the books when the answer is given.
 *
 * <p>The rules in one place. Per authorization: what counts is the stand-in's amount if there is one, else the issuer's
 * own if no reversal said that it came too late; never more than the lowest new total of its other reversals. Per payment:
 * a pre-authorization holds what is authorized and not yet captured, until its last capture; any other authorization is
 * charged at once, and its captures replace it once the last of them is there, or once they are more.
 *
 * <p>Threads: none of its own; every object belongs to one thread. No clock, no randomness, no I/O.
 *
 * <p>Bounds: none of its own; it keeps what it is given.
 */
@NullMarked
package dev.holdfast.simulator.network.model;

import org.jspecify.annotations.NullMarked;
