/**
 * A whole Holdfast in one process: {@link dev.holdfast.ops.system.HoldfastSystem} brings up database, engine, API and
 * management listener in order, and takes them down in the opposite order. {@code serve} runs one; so does whatever
 * needs a real server of its own.
 *
 * <p>Invariants: the API listens only once the schema is migrated and the lanes are connected, while the management
 * listener, alive and not ready, is there before; while it stops, readiness is off first, then no request is accepted,
 * then the lanes drain, and the database goes last; stopping may begin at any
 * moment of starting, and leaves nothing running.
 *
 * <p>Threads: starting and stopping block and belong on a thread of their own, not on an event loop. Bounds: every step
 * of starting has a time limit; all of stopping shares one ({@link dev.holdfast.ops.system.SystemOptions.Times}).
 */
@NullMarked
package dev.holdfast.ops.system;

import org.jspecify.annotations.NullMarked;
