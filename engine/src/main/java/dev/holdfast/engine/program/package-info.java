/**
 * The settings of each tenant's card program: how long the network waits, what it is told when nobody could decide, how
 * long an authorization lives unpresented, what may be captured beyond it.
 *
 * <p>{@link dev.holdfast.engine.program.ProgramSettings} is a value; its look-ups are pure. A tenant that has changed
 * nothing has {@link dev.holdfast.engine.program.ProgramSettings#DEFAULTS}. They are stored as one JSON text, read as
 * strictly as it is written, with a version that a change must name, so that of two who change at once one is told.
 *
 * <p>{@link dev.holdfast.engine.program.Programs} keeps every tenant's settings in memory, because decisions need them at
 * once. It asks for what has changed every half second, all tenants in one query, and a change made here is seen here at
 * once. If the database cannot be asked, the settings stay as they were.
 *
 * <p>Invariants: settings are valid by construction; a version only grows. Bounds: 100 lifetimes and 100 tolerances a
 * tenant, 32,768 characters a text. Threads: any; what is read is immutable.
 */
@NullMarked
package dev.holdfast.engine.program;

import org.jspecify.annotations.NullMarked;
