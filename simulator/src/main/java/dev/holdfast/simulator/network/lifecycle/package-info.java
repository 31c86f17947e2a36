/**
 * The lives of payments: which messages a payment consists of, in which order, and what goes wrong on purpose.
 *
 * <p>A {@code Step} is one message of a payment in words: hold, capture, reverse, repeat. A {@code Script} is the steps of
 * one payment, and {@code PaymentDrafts} makes messages of them, with the references that bind them together. Scenario
 * files are written in the same steps. A {@code Life} is a script with its timing; {@code LifeKind} writes one,
 * {@code TrafficMix} says how often each kind occurs, as data.
 *
 * <p>Invariants: a life follows from its kind, its random generator and its amount alone; a message that refers to one
 * which is sent only later refers to it rightly all the same; every life ends.
 *
 * <p>Threads: a script and its drafts belong to one thread; kinds, steps and mixes are immutable.
 *
 * <p>Bounds: at most 64 steps a script.
 */
@NullMarked
package dev.holdfast.simulator.network.lifecycle;

import org.jspecify.annotations.NullMarked;
