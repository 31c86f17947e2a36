/**
 * Spend controls over HTTP: drafting a version, changing the draft, taking it from shadow to active to retired, and
 * assigning a control to an account or one of its cards.
 *
 * <p>Rules are read by the engine ({@link dev.holdfast.engine.control.RulesJson}), which names the place of the first
 * error; all other members are read as everywhere. What each step allows is the engine's to know, and a step that it
 * refuses is an error of the request ({@link dev.holdfast.ledgerapi.error.ControlErrors}).
 *
 * <p>Invariants: a control, an account or a card of another tenant does not exist. Threads: stateless, on the event loop of
 * the request. Bounds: those of the body; a control has at most {@link dev.holdfast.engine.control.Controls#MAX_VERSIONS}
 * versions, which are listed at once.
 */
@NullMarked
package dev.holdfast.ledgerapi.control;

import org.jspecify.annotations.NullMarked;
