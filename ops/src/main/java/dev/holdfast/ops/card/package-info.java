/**
 * What an operator does with cards and keys from the command line, on the database itself and beside a running server:
 * issue, list and emboss cards; look at keys, change them, and drop them.
 *
 * <p>A change of keys has three steps, so that no process meets a row under a key that it does not know: the new key
 * is written to the file as one that is to come; when every server has read that, it becomes the current one; when
 * every server has read that, the rows are rewritten in pages. Interrupted at any point, the same command goes on from
 * there: the file and the rows say how far it has come.
 *
 * <p>Invariants: a key is dropped only when no row needs it; clear card data leaves through an owner-only file alone.
 * Threads: blocks; runs on a command's thread. Bounds: 1,000 cards per command; every wait has a limit.
 */
@NullMarked
package dev.holdfast.ops.card;

import org.jspecify.annotations.NullMarked;
