/**
 * The demonstration: a whole Holdfast that exists for one run.
 *
 * <p>{@link dev.holdfast.ops.demo.Demo} starts a throw-away PostgreSQL and a server on free loopback ports, lets the Open
 * Fabric caller open accounts and make payments while somebody watches, verifies the book from its journal, and takes
 * everything down.
 *
 * <p>Invariants: it never touches a database that was there before; a signal at any moment leaves nothing running and
 * nothing on disk but the reports.
 *
 * <p>Threads: one thread runs it and blocks; {@code stop} and {@code abort} come from another. Bounds: those of the
 * simulation's options.
 */
@NullMarked
package dev.holdfast.ops.demo;

import org.jspecify.annotations.NullMarked;
