/**
 * The {@code holdfast} command. {@link dev.holdfast.ops.Holdfast} is the entry: it makes the commands of {@code cli}
 * known and turns what they return or throw into an exit code.
 *
 * <p>{@code configuration} is the table of keys, {@code postgres} runs the embedded PostgreSQL, {@code system} brings a
 * whole server up and down, {@code account} is a client of a running server.
 *
 * <p>Invariants: what a program may want to read goes to standard output (the ready line, tables, reports), everything
 * else to standard error; no secret goes to either.
 */
@NullMarked
package dev.holdfast.ops;

import org.jspecify.annotations.NullMarked;
