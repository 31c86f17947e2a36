/**
 * The HTTP face of Holdfast: bytes become requests of the engine, outcomes of the engine become bytes.
 *
 * <p>Data moves one way: {@code server} receives a request, {@code auth} finds the tenant, a route of {@code ledger},
 * {@code account} or {@code query} decodes with {@code json}, submits to the engine and encodes; {@code server} writes
 * the answer. {@code contract} lists every endpoint, {@code error} every error, {@code docs} serves the contract itself,
 * {@code management} is a listener of its own for operators.
 *
 * <p>Invariant: nothing here decides about money. A request is either refused as malformed before the engine hears of
 * it, or it is the engine that answers.
 */
@NullMarked
package dev.holdfast.ledgerapi;

import org.jspecify.annotations.NullMarked;
