/**
 * What a message of the card network says, apart from how a dialect writes it.
 *
 * <p>A {@code Draft} is one message: its kind, its identity, the card it presents, its terms, what it refers to, and what
 * it states besides. A {@code NetworkAnswer} is what the issuer said to one. The model, the lifecycles and the scenarios
 * speak in these; only {@code dialect} knows fields.
 *
 * <p>Invariants: amounts are whole minor units of the card's currency and never negative; two drafts with the same
 * {@code MessageId} and kind are the same message, however often they are sent; {@code toString} shows no card data.
 *
 * <p>Threads: immutable.
 *
 * <p>Bounds: an amount has at most twelve digits, DE4's width.
 */
@NullMarked
package dev.holdfast.simulator.network.message;

import org.jspecify.annotations.NullMarked;
