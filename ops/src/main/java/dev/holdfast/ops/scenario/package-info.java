/**
 * Scenario files of the card network, played on a whole throw-away system: a bug report that runs.
 *
 * <p>{@code ScenarioPlay} starts a system with a PostgreSQL of its own, {@code ScenarioCards} opens the accounts and issues
 * the cards that a file asks for, and the simulator sends its messages over a real link. {@code ScenarioClock} lets days
 * pass: it has every payment due so much sooner, and waits until the engine has looked.
 *
 * <p>Invariants: scenarios do not meet, because each has accounts of its own; the book is verified when all have been
 * played.
 *
 * <p>Threads: methods block their caller.
 *
 * <p>Bounds: a minute for a scenario, 20 seconds for a tick of the clock.
 */
@NullMarked
package dev.holdfast.ops.scenario;

import org.jspecify.annotations.NullMarked;
