/**
 * What an operator does with spend controls from the command line, on the database itself and beside a running server:
 * draft versions, let them watch, decide and retire, assign them, and run one over the past.
 *
 * <p>A thin face of the engine's own: {@link dev.holdfast.ops.control.ControlDesk} asks it and waits, and turns what it
 * refuses into the words of a wrong option; {@link dev.holdfast.ops.control.BacktestTable} prints a report. What becomes
 * active here decides the very next purchase on every server, since nothing of it is remembered there.
 *
 * <p>Threads: blocks; runs on a command's thread. Bounds: a file of rules has 65,536 characters at most; a list names
 * the first 10,000 controls; a backtest takes half an hour and 1,000,000 movements at most, and its table shows the first
 * {@value dev.holdfast.ops.control.BacktestTable#SHOWN} changed decisions each way.
 */
@NullMarked
package dev.holdfast.ops.control;

import org.jspecify.annotations.NullMarked;
