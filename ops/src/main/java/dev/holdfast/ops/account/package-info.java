/**
 * A small client of a running server's API, for a person at a terminal. It knows three calls: open an account, deposit,
 * show.
 *
 * <p>Blocks; one call after the other on the caller's thread. Bounds: a connection within 5 s, an answer within 15 s.
 * Invariant: the API key is sent and never shown.
 */
@NullMarked
package dev.holdfast.ops.account;

import org.jspecify.annotations.NullMarked;
