/**
 * What tests of the engine, and of the modules above it, stand on; shipped as the engine's test jar.
 *
 * <p>{@link dev.holdfast.engine.testing.TestDatabase} hands out empty or migrated databases on one real PostgreSQL per
 * JVM: the one that {@code DATABASE_URL} names, else a container where a Docker daemon answers, else an embedded server.
 * Which one is printed once. That server may lose data in a crash, for speed; a test of durability owns an
 * {@link dev.holdfast.engine.testing.OwnedPostgres}, which forces every commit to disk and may be killed.
 *
 * <p>Everything here blocks its caller, which is a test's thread. Every wait has a bound.
 */
@NullMarked
package dev.holdfast.engine.testing;

import org.jspecify.annotations.NullMarked;
