/**
 * What an operator does with clients from the command line, on the database itself and beside a running server: make them,
 * give them secrets and take them away, disable them, and change the keys that sign access tokens.
 *
 * <p>A thin face of the engine's own: {@link dev.holdfast.ops.client.ClientDesk} asks it and waits, and turns what it
 * refuses into the words of a wrong option. A secret is shown once, where it is drawn; nobody can show it again.
 *
 * <p>Threads: blocks; runs on a command's thread. Bounds: a list has the first 1,000 clients; each question waits for a
 * minute at most.
 */
@NullMarked
package dev.holdfast.ops.client;

import org.jspecify.annotations.NullMarked;
