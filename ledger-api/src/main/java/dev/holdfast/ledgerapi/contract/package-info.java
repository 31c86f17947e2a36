/**
 * What the HTTP face offers: every endpoint, and how its parameters are read.
 *
 * <p>{@link dev.holdfast.ledgerapi.contract.Endpoint} is the closed set that routes, metrics and tests are keyed by; it
 * is held to {@code openapi.yaml} by a test in both directions. References in paths and queries are percent-decoded here,
 * strictly: what is not UTF-8 or not a valid escape is refused, and a plus sign is a plus sign.
 *
 * <p>Invariant: two templates of the same length never match the same path unless one is literal where the other has a
 * parameter, and the literal one comes first.
 *
 * <p>Threads: everything is immutable. Bounds: a query at most 16 parameters; the server
 * bounds the length of the request line.
 */
@NullMarked
package dev.holdfast.ledgerapi.contract;

import org.jspecify.annotations.NullMarked;
