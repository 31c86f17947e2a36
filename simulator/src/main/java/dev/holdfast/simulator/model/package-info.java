/**
 * An executable model of the ledger: what each operation does and what it must be answered with, in plain Java.
 *
 * <p>It is written from the rules, not from the engine, and shares no code with it. The rules are in {@code Ledger}: the
 * refusals in their order of precedence, then the movement. {@code Book.apply} is the whole of it.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>for each balance, available + held = funded + settled: money only moves;
 *   <li>what is held on a balance is the sum of what remains on its holds;
 *   <li>a refusal changes nothing; a key is applied once, and its answer never changes.
 * </ul>
 *
 * <p>The model cannot know the names that the server gives to holds: an opened hold waits for its name.
 *
 * <p>Threads: one; the load driver's event loop. No clock, no randomness.
 *
 * <p>Bounds: it keeps every account and hold of a run, about 150 bytes each, because the end of the run compares all of
 * them; keys are forgotten when their payment is over.
 */
@NullMarked
package dev.holdfast.simulator.model;

import org.jspecify.annotations.NullMarked;
