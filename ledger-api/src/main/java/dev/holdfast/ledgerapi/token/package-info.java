/**
 * How a tenant's program gets an access token, and the keys that tokens are checked with.
 *
 * <p>{@link dev.holdfast.ledgerapi.token.TokenRoute} reads an OAuth 2.0 request for client credentials: a form, with the
 * client's id and secret in a Basic header or in the form. Errors have the body of every other error, and not that of RFC
 * 6749. {@link dev.holdfast.ledgerapi.token.SigningKeysRoute} publishes the keys as a JWK set (RFC 7517).
 *
 * <p>Invariants: a secret lives as long as its request and is never logged or repeated; every reason to refuse one has the
 * same answer (401). Threads: stateless, on the event loop of the request; the engine hashes and signs on its own thread.
 * Bounds: {@link dev.holdfast.ledgerapi.token.FormText#MAX_MEMBERS} members of a form; the engine bounds how many requests
 * are under way (503) and how many a client makes (429).
 */
@NullMarked
package dev.holdfast.ledgerapi.token;

import org.jspecify.annotations.NullMarked;
