/**
 * The HTTP listener: receives requests, hands them to routes, writes answers.
 *
 * <p>{@link dev.holdfast.ledgerapi.server.ApiServer} starts one instance per event loop on the same port. In each, {@link
 * dev.holdfast.ledgerapi.server.ApiRouter} finds the endpoint and {@link
 * dev.holdfast.ledgerapi.server.RequestHandler} takes the request through its life, which is an {@link
 * dev.holdfast.ledgerapi.server.Exchange}: authenticate, receive the body, serve, answer. Errors of
 * every kind, those of the HTTP protocol included, leave through {@link
 * dev.holdfast.ledgerapi.server.Exchange#fail(Throwable)}, the only place that writes one.
 *
 * <p>Invariants: every request is answered once or its connection is closed; nothing reaches the engine before the body
 * is complete and the caller is known, but for requests for a token; no request is logged unless it met a defect, and then by its id alone.
 *
 * <p>Threads: an exchange lives on its connection's event loop. An engine that answers elsewhere is brought back there.
 *
 * <p>Bounds ({@link dev.holdfast.ledgerapi.server.ApiLimits}): connections, body size, the time a caller may take to
 * send a body or stay silent, the time a request may wait, the time a stop may take. A connection serves one request
 * at a time; a caller that sends more without reading the answers is cut off.
 */
@NullMarked
package dev.holdfast.ledgerapi.server;

import org.jspecify.annotations.NullMarked;
