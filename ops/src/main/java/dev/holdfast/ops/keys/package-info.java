/**
 * The directory of key files: {@code vault.keys} for card numbers, {@code hsm.keys} for verification values and PINs, and
 * {@code challenge.keys} for the codes of challenges.
 *
 * <p>Keys in files are for development and trials: a certified module keeps them where nobody reads them. Where there
 * are no files, the first run draws development keys and says so; every start under development keys says so again.
 *
 * <p>Invariants: only the owner can read the directory and its files, or they are refused; a file is replaced whole or
 * not at all; no message shows what a file holds. Changes are made under a lock on the directory, one process at a time.
 *
 * <p>Threads: files are read and written on threads that may block. A server reads the vault's file again every second
 * ({@link dev.holdfast.ops.keys.KeyWatch}), so that keys can change under it. Bounds: a file of 32,768 characters.
 */
@NullMarked
package dev.holdfast.ops.keys;

import org.jspecify.annotations.NullMarked;
