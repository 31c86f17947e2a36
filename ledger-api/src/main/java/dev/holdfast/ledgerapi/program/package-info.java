/**
 * A tenant's program settings over HTTP: decision deadline, fallback, hold lifetimes, partial approval, tolerances.
 *
 * <p>Settings are read and replaced as a whole. A change names the version that the caller has read; if somebody else has
 * changed them meanwhile, nothing changes and the answer is a conflict. They are read by the engine ({@link
 * dev.holdfast.engine.program.SettingsJson}), which names the place of the first error.
 *
 * <p>Invariants: a tenant sees and changes its own settings only. Threads: stateless, on the event loop of the request.
 * Bounds: those of the body and of the settings. Other processes follow within a second.
 */
@NullMarked
package dev.holdfast.ledgerapi.program;

import org.jspecify.annotations.NullMarked;
