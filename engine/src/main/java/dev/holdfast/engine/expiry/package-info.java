/**
 * Expiry: what is approved and never captured is given back when its time is over, by database time.
 *
 * <p>{@link dev.holdfast.engine.expiry.ExpiryClock} looks for payments that are due and states so; the command that takes
 * the statement looks again under the account's lock, so that an increment or a capture that was faster wins, and does so
 * once however many processes look. A statement's id follows from the payment and from when it was due. The oldest of all
 * buckets go first, and each look goes on where the last one ended: what fails, or is not due after all, keeps nothing else
 * waiting for longer than its own turn.
 *
 * <p>Threads: the clock runs on one event loop. Bounds: {@value dev.holdfast.engine.expiry.ExpiryClock#BATCH} payments at a
 * time.
 */
@NullMarked
package dev.holdfast.engine.expiry;

import org.jspecify.annotations.NullMarked;
