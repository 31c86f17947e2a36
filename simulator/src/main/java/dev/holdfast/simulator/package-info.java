/**
 * The Open Fabric caller, and below {@code network} the card network. The caller plays card payments against the server
 * over HTTP, and checks every answer.
 *
 * <p>{@code Simulation.run} is the way in. A run opens and funds accounts, plays payments as an open loop, waits until
 * all is quiet, reads every account and hold, and gives a {@code SimulationResult} with a verdict. The features, in the
 * order in which a run uses them: {@code population}, {@code payment}, {@code arrival}, {@code load}, {@code wire},
 * {@code model}, {@code comparison}, {@code report}.
 *
 * <p>Invariants: the caller knows the server by its HTTP contract alone and shares no code with it, and the card network
 * only the ISO 8583 codec, the language of its wire; the same options give the same payments at the same times; a run that
 * could not compare everything is never called valid.
 *
 * <p>Threads: a run lives on one event loop; {@code stop} may be called from any thread.
 *
 * <p>Bounds: those of the options; each part states and checks its own.
 */
@NullMarked
package dev.holdfast.simulator;

import org.jspecify.annotations.NullMarked;
