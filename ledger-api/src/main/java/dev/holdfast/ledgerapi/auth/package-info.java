/**
 * Who calls: an API key in a header, whose name is configurable, belongs to one tenant.
 *
 * <p>Every reason to refuse a key has the same answer (401), so that nobody learns which keys exist. Keys are looked up
 * by the engine, which keeps digests only; here a key lives as long as its request and is never logged, stored or
 * repeated.
 *
 * <p>Bound: keys of {@link dev.holdfast.ledgerapi.auth.Authentication#MAX_KEY_LENGTH} characters; longer ones are
 * refused without a look-up.
 *
 * <p>Threads: stateless, on the event loop of the request.
 */
@NullMarked
package dev.holdfast.ledgerapi.auth;

import org.jspecify.annotations.NullMarked;
