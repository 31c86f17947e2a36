/**
 * Where PostgreSQL is, how it is connected to, and how its schema comes to be. Migrations block, and so run on a worker
 * thread before anything listens; everything else is non-blocking.
 */
@NullMarked
package dev.holdfast.engine.database;

import org.jspecify.annotations.NullMarked;
