/**
 * Programs of a tenant that call with access tokens instead of an API key: clients, their secrets, the tokens that they
 * get for a secret, and the keys that sign tokens (OAuth 2.0, client credentials, RFC 6749 section 4.4; tokens as RFC 9068
 * has them).
 *
 * <p>A client has up to {@value dev.holdfast.engine.client.Clients#MAX_SECRETS} secrets at once, so that it can change from
 * one to the next without a pause. A secret is drawn here, shown once, and kept as a PBKDF2 hash.
 *
 * <p>A token is a JWT, signed with RS256, for an hour. It says which client and secret it was issued for and what it may do
 * ({@link dev.holdfast.engine.client.Scope}). What counts is the client as it is when the token is used: one that is
 * disabled, or whose secret is revoked, is heard no more after {@link dev.holdfast.engine.client.Remembered#FRESH}, or
 * after {@link dev.holdfast.engine.client.Remembered#STALE} while the database cannot be asked.
 *
 * <p>A signing key is drawn where there is none, signs for 30 days, and is then followed by the next; all servers know all
 * public keys from the database. The private ones are sealed under the vault's encryption keys. One that does not open any
 * more is followed by a new one, so that changing or dropping the vault's keys stops nothing.
 *
 * <p>Invariants: no secret, private key or token is in a row, a log line or a {@code toString}. A token is taken only with
 * the one algorithm and the one type that are issued here. Threads: hashing and signing run on one worker thread; checking
 * a token, some tens of microseconds, on the caller's. Bounds: {@value dev.holdfast.engine.client.Tokens#MAX_WAITING} token
 * requests at a time, a rate for each client ({@link dev.holdfast.engine.client.TokenRate}), 4,096 characters a token,
 * 10,000 clients remembered.
 */
@NullMarked
package dev.holdfast.engine.client;

import org.jspecify.annotations.NullMarked;
