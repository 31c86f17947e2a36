/**
 * Issuing, showing and changing cards.
 *
 * <p>A card is named by its id, which is its token too; its number is told by no answer but as a mask. {@link
 * dev.holdfast.ledgerapi.card.IssueForm} reads an order, which is issued once per account and idempotency key; {@link
 * dev.holdfast.ledgerapi.card.CardAnswer} writes cards.
 *
 * <p>Invariants: another tenant's card is not found, exactly as one that does not exist; a PIN comes encrypted and goes
 * to the engine only. Threads: stateless, on the event loop of the request. Bounds: {@link
 * dev.holdfast.engine.card.CardIssue#MAX_COUNT} cards an order, pages of at most {@link
 * dev.holdfast.engine.query.EntryFilter#MAX_LIMIT}.
 */
@NullMarked
package dev.holdfast.ledgerapi.card;

import org.jspecify.annotations.NullMarked;
