/**
 * The commands. Each reads its options, calls one class of another package and prints what it got; {@link
 * dev.holdfast.ops.cli.ExitCode} lists every exit code, and {@link dev.holdfast.ops.cli.CommandFailures} maps exceptions
 * to them, in that one place.
 *
 * <p>A command runs on the main thread and may block. One that is stopped by a signal takes down what it started: see
 * {@link dev.holdfast.ops.cli.StopOnSignal}.
 */
@NullMarked
package dev.holdfast.ops.cli;

import org.jspecify.annotations.NullMarked;
