/**
 * A text terminal: whether standard output is one, how large it is, what it can show, and a full screen on it that is
 * redrawn in place.
 *
 * <p>{@link dev.holdfast.ops.terminal.Terminal} finds out; {@link dev.holdfast.ops.terminal.Screen} draws on the
 * terminal's alternate screen, so that what stood there before comes back; {@link dev.holdfast.ops.terminal.Palette}
 * holds colours and block characters, or their plain stand-ins; {@link dev.holdfast.ops.terminal.Graph} draws a series.
 *
 * <p>Invariants: a frame never has more lines or columns than the terminal, and a closed screen has restored cursor and
 * content. Nothing reads from the terminal.
 *
 * <p>Threads: one thread draws; closing may come from another. Bounds: asking the terminal for its size runs {@code
 * stty}, for a second at most, every other second.
 */
@NullMarked
package dev.holdfast.ops.terminal;

import org.jspecify.annotations.NullMarked;
